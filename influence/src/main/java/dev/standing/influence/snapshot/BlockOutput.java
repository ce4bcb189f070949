package dev.standing.influence.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;

/** Writes a payload of known length as checked blocks. */
final class BlockOutput {
    private final WritableByteChannel channel;
    private final ByteBuffer block = ByteBuffer.allocate(Layout.BLOCK_BYTES + Layout.SUM_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .limit(Layout.BLOCK_BYTES);
    private final CRC32C sum = new CRC32C();

    BlockOutput(WritableByteChannel channel, long payload) throws IOException {
        this.channel = channel;
        ByteBuffer head = ByteBuffer.allocate(Layout.HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(Layout.MAGIC).putInt(Layout.VERSION).putLong(payload);
        sum.update(head.array(), 0, head.position());
        head.putInt((int) sum.getValue()).flip();
        writeAll(head);
    }

    void putByte(byte value) throws IOException {
        if (!block.hasRemaining()) {
            flush();
        }
        block.put(value);
    }

    void putInt(int value) throws IOException {
        if (block.remaining() >= 4) {
            block.putInt(value);
        } else {
            for (int shift = 0; shift < 32; shift += 8) {
                putByte((byte) (value >> shift));
            }
        }
    }

    void putLong(long value) throws IOException {
        putInt((int) value);
        putInt((int) (value >> 32));
    }

    void putDouble(double value) throws IOException {
        putLong(Double.doubleToRawLongBits(value));
    }

    void putInts(int[] values, int from, int count) throws IOException {
        for (int k = from; k < from + count; k++) {
            putInt(values[k]);
        }
    }

    void putBytes(byte[] values, int from, int count) throws IOException {
        int at = from;
        while (at < from + count) {
            if (!block.hasRemaining()) {
                flush();
            }
            int part = Math.min(block.remaining(), from + count - at);
            block.put(values, at, part);
            at += part;
        }
    }

    void finish() throws IOException {
        if (block.position() > 0) {
            flush();
        }
    }

    private void flush() throws IOException {
        block.flip();
        sum.reset();
        sum.update(block.duplicate());
        block.limit(block.limit() + Layout.SUM_BYTES).position(block.limit() - Layout.SUM_BYTES);
        block.putInt((int) sum.getValue()).flip();
        writeAll(block);
        block.clear().limit(Layout.BLOCK_BYTES);
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
