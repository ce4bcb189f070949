package dev.standing.settle;

import java.io.IOException;
import java.io.InputStream;

/** What a file may begin with before its first row, and what separates the row's fields. */
final class Preface {
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private Preface() {}

    /** Passes over a byte order mark and comments, and says how many lines that were. */
    static long pass(InputStream in) throws IOException {
        passByteOrderMark(in);
        long lines = 0;
        while (isComment(in)) {
            int read = in.read();
            while (read >= 0 && read != '\n') {
                read = in.read();
            }
            lines++;
        }
        return lines;
    }

    private static void passByteOrderMark(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        for (int expected : BYTE_ORDER_MARK) {
            if (in.read() != expected) {
                in.reset();
                return;
            }
        }
    }

    private static boolean isComment(InputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first == '#' || first == '%';
    }

    /** A tab where the next line has one and no comma; else a comma. */
    static char separator(InputStream in, int most) throws IOException {
        in.mark(most);
        boolean tab = false;
        boolean comma = false;
        for (int n = 0; n < most; n++) {
            int read = in.read();
            if (read < 0 || (read == '\n' && (tab || comma))) {
                break;
            }
            tab |= read == '\t';
            comma |= read == ',';
        }
        in.reset();
        return tab && !comma ? '\t' : ',';
    }
}
