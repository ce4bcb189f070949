package dev.standing.ingest.lines;

import java.util.Arrays;

/**
 * Cuts a byte stream into lines at {@code \n}, whatever pieces it comes in. A line that lies whole in a piece is passed
 * on without a copy. Blank lines are counted and passed over; of a line that is too long, only its end is looked for.
 */
final class LineSplitter {
    private final int maxLineBytes;
    private final Sink sink;
    private byte[] carry = new byte[1024];
    private int carried;
    private boolean tooLong;
    private long line;

    LineSplitter(int maxLineBytes, Sink sink) {
        this.maxLineBytes = maxLineBytes;
        this.sink = sink;
    }

    void feed(byte[] piece) {
        int start = 0;
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] == '\n') {
                lineEnds(piece, start, i - start);
                start = i + 1;
            }
        }
        keep(piece, start, piece.length - start);
    }

    /** The last line needs no line break. */
    void end() {
        if (carried > 0 || tooLong) {
            lineEnds(carry, 0, 0);
        }
    }

    private void lineEnds(byte[] piece, int from, int length) {
        line++;
        if (tooLong || (long) carried + length > maxLineBytes) {
            sink.tooLong(line);
        } else if (carried == 0) {
            pass(piece, from, length);
        } else {
            keep(piece, from, length);
            pass(carry, 0, carried);
        }
        carried = 0;
        tooLong = false;
    }

    private void pass(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                sink.line(line, bytes, from, length);
                return;
            }
        }
    }

    private void keep(byte[] piece, int from, int length) {
        if (tooLong || (long) carried + length > maxLineBytes) {
            tooLong = true;
            carried = 0;
            return;
        }
        if (carried + length > carry.length) {
            carry = Arrays.copyOf(carry, Math.max(carried + length, carry.length * 2));
        }
        System.arraycopy(piece, from, carry, carried, length);
        carried += length;
    }

    /** Where lines go; numbered from 1. */
    interface Sink {
        /** The bytes are good until this returns. */
        void line(long number, byte[] bytes, int from, int length);

        void tooLong(long number);
    }
}
