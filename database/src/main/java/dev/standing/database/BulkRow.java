package dev.standing.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One row after the other in the binary form of COPY, of which PostgreSQL sends one a message
 * (<a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>, Binary Format). Fields are read from the first to the last, each once,
 * by the type that it has. For one thread.
 */
public final class BulkRow {
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NULL = -1;
    private static final int END = -1;

    private ByteBuffer fields = ByteBuffer.allocate(0);
    private boolean begun;

    BulkRow() {}

    /** Takes the next message, and says whether there is a row in it: before the first there is a header, and after the last an end. */
    boolean begin(byte[] message) {
        fields = ByteBuffer.wrap(message);
        if (!begun) {
            int flags = SIGNATURE.length;
            fields.position(flags + Integer.BYTES);
            int extension = fields.getInt();
            fields.position(fields.position() + extension);
            begun = true;
        }
        return fields.hasRemaining() && fields.getShort() != END;
    }

    public boolean bool() {
        require(Byte.BYTES);
        return fields.get() != 0;
    }

    public int int4() {
        require(Integer.BYTES);
        return fields.getInt();
    }

    public @Nullable Integer int4OrNull() {
        return isNull() ? null : (Integer) int4();
    }

    public long int8() {
        require(Long.BYTES);
        return fields.getLong();
    }

    public double float8() {
        require(Double.BYTES);
        return fields.getDouble();
    }

    public String text() {
        int length = fields.getInt();
        String text = new String(fields.array(), fields.position(), length, StandardCharsets.UTF_8);
        fields.position(fields.position() + length);
        return text;
    }

    /** A text as it lies there, in UTF-8, for whoever makes a number of it. */
    public int textAs(TextNumber number) {
        int length = fields.getInt();
        int from = fields.position();
        fields.position(from + length);
        return number.of(fields.array(), from, length);
    }

    /** The number that stands for a text; the bytes are not to be kept. */
    @FunctionalInterface
    public interface TextNumber {
        int of(byte[] bytes, int from, int length);
    }

    public @Nullable String textOrNull() {
        return isNull() ? null : text();
    }

    /** Goes past the field where it is null. */
    private boolean isNull() {
        if (fields.getInt(fields.position()) != NULL) {
            return false;
        }
        fields.position(fields.position() + Integer.BYTES);
        return true;
    }

    private void require(int bytes) {
        int length = fields.getInt();
        if (length != bytes) {
            throw new IllegalStateException("a field has " + length + " bytes where " + bytes + " were to be read");
        }
    }
}
