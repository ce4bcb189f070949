package dev.standing.contracts.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Has Jackson read nothing but UTF-8. Its own parser of bytes believes what it is told: it takes an overlong form for the character that
 * it spells, so that what was checked somewhere before is not what is read here. A byte order mark is no part of what is read.
 */
public final class Utf8Only extends InputDecorator {
    private static final long serialVersionUID = 1L;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** What was sent is no UTF-8. */
    public static final class NotUtf8 extends JsonParseException {
        private static final long serialVersionUID = 1L;

        NotUtf8() {
            super(null, "not UTF-8");
        }
    }

    /** Null: the bytes are to be read as they are. */
    @Override
    public @Nullable InputStream decorate(IOContext context, byte[] bytes, int from, int length) throws NotUtf8 {
        int mark = require(bytes, from, length);
        return mark == 0 ? null : new ByteArrayInputStream(bytes, from + mark, length - mark);
    }

    /** Of what is bounded already, and in memory. */
    @Override
    public InputStream decorate(IOContext context, InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        int mark = require(bytes, 0, bytes.length);
        return new ByteArrayInputStream(bytes, mark, bytes.length - mark);
    }

    /** How long the mark in front is. */
    private static int require(byte[] bytes, int from, int length) throws NotUtf8 {
        if (!Utf8.isWellFormed(bytes, from, length)) {
            throw new NotUtf8();
        }
        boolean isMarked =
                length >= MARK.length && Arrays.equals(bytes, from, from + MARK.length, MARK, 0, MARK.length);
        return isMarked ? MARK.length : 0;
    }

    /** Characters were decoded by somebody else. */
    @Override
    public Reader decorate(IOContext context, Reader reader) {
        return reader;
    }
}
