package dev.standing.influence.incremental;

import java.util.Arrays;

/** Changes that wait for the next commit, in order, five ints each. */
public final class ChangeLog {
    private static final int JOIN = 0;
    private static final int LEAVE = 1;
    private static final int BASE = 2;
    private static final int GRANT = 3;
    private static final int WITHDRAW = 4;
    private static final int TIE = 5;
    private static final int SEVER = 6;
    private static final int REMEMBER = 7;
    private static final int DAY = 8;
    private static final int WIDTH = 5;
    /** So many changes are fetched at once, and what they ask for is still near when the last is applied. */
    private static final int FEW = 32;

    private int[] log = new int[16 * WIDTH];
    private int end;
    private int next;

    /** Kept, so that no compiler leaves out the reading. */
    long fetched;

    public void join(int ownUnits, int place) {
        add(JOIN, 0, 0, ownUnits, place);
    }

    public void leave(int member) {
        add(LEAVE, member, 0, 0, 0);
    }

    public void base(int member, int baseUnits) {
        add(BASE, member, 0, baseUnits, 0);
    }

    public void consent(int member, boolean granted) {
        add(granted ? GRANT : WITHDRAW, member, 0, 0, 0);
    }

    public void tie(int a, int b, int steps) {
        add(TIE, a, b, steps, 0);
    }

    public void sever(int a, int b, int day) {
        add(SEVER, a, b, 0, day);
    }

    public void remember(int a, int b, int steps, int day) {
        add(REMEMBER, a, b, steps, day);
    }

    public void day(int day) {
        add(DAY, 0, 0, 0, day);
    }

    /** Applies the next few changes, and says whether there were any; after the last the log is empty. */
    public boolean replayFew(Upkeep upkeep) {
        if (next == end) {
            next = 0;
            end = 0;
            return false;
        }
        int to = Math.min(end, next + FEW * WIDTH);
        for (int at = next; at < to; at += WIDTH) {
            fetched ^= upkeep.fetch(log[at + 1]) ^ upkeep.fetch(log[at + 2]);
        }
        for (int at = next; at < to; at += WIDTH) {
            apply(upkeep, log[at], log[at + 1], log[at + 2], log[at + 3], log[at + 4]);
        }
        next = to;
        return true;
    }

    private static void apply(Upkeep upkeep, int change, int a, int b, int value, int day) {
        switch (change) {
            case JOIN -> upkeep.join(value, day);
            case LEAVE -> upkeep.leave(a);
            case BASE -> upkeep.changeBase(a, value);
            case GRANT -> upkeep.consent(a, true);
            case WITHDRAW -> upkeep.consent(a, false);
            case TIE -> upkeep.tie(a, b, value);
            case SEVER -> upkeep.sever(a, b, day);
            case REMEMBER -> upkeep.remember(a, b, value, day);
            case DAY -> upkeep.advanceTo(day);
            default -> throw new IllegalStateException("change " + change);
        }
    }

    private void add(int change, int a, int b, int value, int day) {
        if (end == log.length) {
            log = Arrays.copyOf(log, 2 * end);
        }
        log[end] = change;
        log[end + 1] = a;
        log[end + 2] = b;
        log[end + 3] = value;
        log[end + 4] = day;
        end += WIDTH;
    }
}
