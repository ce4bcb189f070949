package dev.standing.database;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row in the binary form of {@code COPY}: each field as its length and its bytes, as PostgreSQL's types send themselves. Fields are read in
 * the order of the question, each once, by the method of its type; {@link #next} goes to the next one. Valid until the next row is read.
 */
public final class CopyRow {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int HEAD_FLAGS = 11;
    private static final int HEAD = HEAD_FLAGS + 8;
    private static final byte HEAD_BEGINS = 'P';
    private static final short END = -1;
    private static final int NULL = -1;
    private static final long EPOCH_SECOND_OF_2000 = 946_684_800L;
    private static final int MICROS_A_SECOND = 1_000_000;
    private static final int NANOS_A_MICRO = 1_000;

    private final Words words = new Words();
    private byte[] bytes = new byte[0];
    private int from;
    private int to;

    CopyRow() {}

    /** Whether the message holds a row, and not the end. */
    boolean isIn(byte[] message) {
        // Rows begin with the number of their fields, of which there are not as many as the head's first letter says.
        int begin = message[0] == HEAD_BEGINS ? HEAD + (int) INT.get(message, HEAD - Integer.BYTES) : 0;
        bytes = message;
        to = begin + Short.BYTES;
        return (short) SHORT.get(message, begin) != END;
    }

    /** Goes to the next field, and says whether it has a value. */
    public boolean next() {
        int length = (int) INT.get(bytes, to);
        from = to + Integer.BYTES;
        to = from + Math.max(length, 0);
        return length != NULL;
    }

    public boolean bool() {
        return bytes[required(Byte.BYTES)] != 0;
    }

    public int int4() {
        return (int) INT.get(bytes, required(Integer.BYTES));
    }

    public long int8() {
        return (long) LONG.get(bytes, required(Long.BYTES));
    }

    public double float8() {
        return Double.longBitsToDouble(int8());
    }

    public Instant timestamptz() {
        return instant(int8());
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                EPOCH_SECOND_OF_2000 + Math.floorDiv(micros, MICROS_A_SECOND),
                (long) Math.floorMod(micros, MICROS_A_SECOND) * NANOS_A_MICRO);
    }

    /** The same instance as before where the same word was read lately: most are of a few. */
    public String text() {
        required();
        return words.of(bytes, from, to);
    }

    /** A text as it lies there, in UTF-8, for whoever makes a number of it. */
    public int textAs(TextNumber number) {
        required();
        return number.of(bytes, from, to - from);
    }

    /** The number that stands for a text; the bytes are not to be kept. */
    @FunctionalInterface
    public interface TextNumber {
        int of(byte[] bytes, int from, int length);
    }

    public @Nullable Integer int4OrNull() {
        return next() ? (Integer) (int) INT.get(bytes, ofBytes(Integer.BYTES)) : null;
    }

    public @Nullable String textOrNull() {
        return next() ? new String(bytes, from, to - from, StandardCharsets.UTF_8) : null;
    }

    public @Nullable Instant timestamptzOrNull() {
        return next() ? instant((long) LONG.get(bytes, ofBytes(Long.BYTES))) : null;
    }

    /** The row's message, in which the field that was read last is the bytes from {@link #from} to {@link #to}. Not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    private int required(int length) {
        required();
        return ofBytes(length);
    }

    private int ofBytes(int length) {
        if (to - from != length) {
            throw new IllegalStateException(
                    "a field has " + (to - from) + " bytes where " + length + " were to be read");
        }
        return from;
    }

    private int required() {
        if (!next()) {
            throw new IllegalStateException("a field that always has a value has none");
        }
        return from;
    }
}
