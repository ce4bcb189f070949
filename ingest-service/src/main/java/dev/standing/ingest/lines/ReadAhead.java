package dev.standing.ingest.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream on a thread of its own, at most {@value #PIECES} pieces ahead, so that its reader can tell a pause from
 * the end.
 */
final class ReadAhead implements AutoCloseable {
    private static final int PIECE_BYTES = 64 * 1024;
    private static final int PIECES = 16;
    private static final long PAUSE_MILLIS = 5;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(PIECES);
    private final Thread thread;
    private volatile @Nullable IOException failure;
    private boolean ended;

    ReadAhead(InputStream in) {
        thread = Thread.ofVirtual().name("read-ahead").start(() -> read(in));
    }

    /** The next piece, however long it takes; null at the end. */
    byte @Nullable [] next() throws IOException {
        try {
            return ended ? null : unlessEnd(pieces.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The next piece if it comes within a moment; null where the sender pauses, and at the end. */
    byte @Nullable [] nextSoon() throws IOException {
        try {
            byte[] piece = pieces.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return piece == null ? null : unlessEnd(piece);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private byte @Nullable [] unlessEnd(byte[] piece) throws IOException {
        if (piece.length > 0) {
            return piece;
        }
        ended = true;
        IOException cause = failure;
        if (cause != null) {
            throw cause;
        }
        return null;
    }

    private void read(InputStream in) {
        try {
            byte[] buffer = new byte[PIECE_BYTES];
            try {
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    if (length > 0) {
                        pieces.put(Arrays.copyOf(buffer, length));
                    }
                }
            } catch (IOException e) {
                failure = e;
            }
            pieces.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
