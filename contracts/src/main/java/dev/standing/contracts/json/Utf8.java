package dev.standing.contracts.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8 as RFC 3629 has it: no overlong form, no surrogate, nothing beyond U+10FFFF, nothing cut off. */
public final class Utf8 {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ANY_BEYOND_ASCII = 0x8080808080808080L;

    private Utf8() {}

    public static boolean isWellFormed(byte[] bytes, int from, int length) {
        int ascii = asciiThrough(bytes, from, from + length);
        return ascii == from + length || decodes(ByteBuffer.wrap(bytes, ascii, from + length - ascii));
    }

    /** Where the first byte stands that is no ASCII; the end where there is none, as of nearly all bodies. */
    private static int asciiThrough(byte[] bytes, int from, int end) {
        int at = from;
        while (at <= end - Long.BYTES && ((long) EIGHT.get(bytes, at) & ANY_BEYOND_ASCII) == 0) {
            at += Long.BYTES;
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private static boolean decodes(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
