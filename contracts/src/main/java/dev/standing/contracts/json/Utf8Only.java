package dev.standing.contracts.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Has Jackson read nothing but UTF-8. Its own parser of bytes believes what it is told: it takes an overlong form for the character that
 * it spells, so that what was checked somewhere before is not what is read here.
 */
public final class Utf8Only extends InputDecorator {
    private static final long serialVersionUID = 1L;

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
        if (!Utf8.isWellFormed(bytes, from, length)) {
            throw new NotUtf8();
        }
        return null;
    }

    /** Of what is bounded already, and in memory. */
    @Override
    public InputStream decorate(IOContext context, InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        decorate(context, bytes, 0, bytes.length);
        return new ByteArrayInputStream(bytes);
    }

    /** Characters were decoded by somebody else. */
    @Override
    public Reader decorate(IOContext context, Reader reader) {
        return reader;
    }
}
