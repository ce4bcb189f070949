package dev.standing.influence.snapshot;

import dev.standing.influence.input.SnapshotDamagedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Reads a payload out of checked blocks; gives no byte of a block before its checksum was right. */
final class BlockInput {
    private final FileChannel channel;
    private final String name;
    private final ByteBuffer block;
    private final CRC32C sum = new CRC32C();
    private final long payload;
    private long read;
    private int blocks;

    BlockInput(FileChannel channel, String name) throws IOException {
        this.channel = channel;
        this.name = name;
        ByteBuffer head = ByteBuffer.allocate(Layout.HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        fill(head);
        if (head.position() < 8 || head.getLong(0) != Layout.MAGIC) {
            throw damaged("is not a snapshot");
        }
        if (head.hasRemaining()) {
            throw damaged("is cut off in its head, after " + head.position() + " bytes");
        }
        sum.update(head.array(), 0, Layout.HEAD_BYTES - Layout.SUM_BYTES);
        if (head.getInt(Layout.HEAD_BYTES - Layout.SUM_BYTES) != (int) sum.getValue()) {
            throw damaged("has a head that does not match its checksum");
        }
        if (head.getInt(8) != Layout.VERSION) {
            throw damaged("has version " + head.getInt(8) + "; allowed: " + Layout.VERSION);
        }
        payload = head.getLong(12);
        long expected = Layout.fileBytes(payload);
        if (channel.size() != expected) {
            throw damaged((channel.size() < expected ? "is cut off: " : "is too long: ") + channel.size()
                    + " bytes; allowed: " + expected);
        }
        int room = (int) Math.min(payload, Layout.BLOCK_BYTES) + Layout.SUM_BYTES;
        block = ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    }

    long payload() {
        return payload;
    }

    byte getByte() throws IOException {
        if (!block.hasRemaining()) {
            next();
        }
        return block.get();
    }

    int getInt() throws IOException {
        if (block.remaining() >= 4) {
            return block.getInt();
        }
        int value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (getByte() & 255) << shift;
        }
        return value;
    }

    long getLong() throws IOException {
        long low = getInt() & 0xFFFF_FFFFL;
        return low | ((long) getInt() << 32);
    }

    double getDouble() throws IOException {
        return Double.longBitsToDouble(getLong());
    }

    void getBytes(byte[] values, int from, int count) throws IOException {
        int at = from;
        while (at < from + count) {
            if (!block.hasRemaining()) {
                next();
            }
            int part = Math.min(block.remaining(), from + count - at);
            block.get(values, at, part);
            at += part;
        }
    }

    SnapshotDamagedException damaged(String what) {
        return new SnapshotDamagedException("snapshot " + name + " " + what);
    }

    private void next() throws IOException {
        int length = (int) Math.min(Layout.BLOCK_BYTES, payload - read);
        if (length <= 0) {
            throw damaged("holds less than its counts promise");
        }
        block.clear().limit(length + Layout.SUM_BYTES);
        fill(block);
        block.position(0).limit(length);
        sum.reset();
        sum.update(block.duplicate());
        block.limit(length + Layout.SUM_BYTES);
        blocks++;
        if (block.getInt(length) != (int) sum.getValue()) {
            throw damaged("does not match its checksum in block " + blocks);
        }
        block.limit(length);
        read += length;
    }

    private void fill(ByteBuffer bytes) throws IOException {
        int got = 0;
        while (bytes.hasRemaining() && got >= 0) {
            got = channel.read(bytes);
        }
    }
}
