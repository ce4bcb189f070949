package dev.standing.ingest.lines;

import java.util.Arrays;

/**
 * Cuts a byte stream into lines at {@code \n}, whatever pieces it comes in. A line that lies whole in a piece is passed
 * on without a copy. A byte order mark before the first line is no part of it. Blank lines are counted and passed over; of a line that is too long, only its end is looked for.
 */
final class LineSplitter {
    /** The byte order mark in UTF-8. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

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

    private void pass(byte[] bytes, int start, int whole) {
        int mark = line == 1 && isMarked(bytes, start, whole) ? MARK.length : 0;
        int from = start + mark;
        int length = whole - mark;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                sink.line(line, bytes, from, length);
                return;
            }
        }
    }

    private static boolean isMarked(byte[] bytes, int from, int length) {
        return length >= MARK.length && Arrays.equals(bytes, from, from + MARK.length, MARK, 0, MARK.length);
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
