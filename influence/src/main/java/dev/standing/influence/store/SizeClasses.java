package dev.standing.influence.store;

/** Room that rows are given: 4, 6, 8, 12, 16, 24, …: at most a third of it is spare. */
final class SizeClasses {
    static final int COUNT = 56;

    private SizeClasses() {}

    static int size(int sizeClass) {
        return ((sizeClass & 1) == 0 ? 4 : 6) << (sizeClass >> 1);
    }

    /** The smallest class with room for this many. */
    static int holding(int count) {
        if (count <= 4) {
            return 0;
        }
        int doublings = 29 - Integer.numberOfLeadingZeros(count - 1);
        return count <= 6 << doublings ? 2 * doublings + 1 : 2 * doublings + 2;
    }

    /** The largest class that fits into this room, or -1. */
    static int within(int room) {
        if (room < 4) {
            return -1;
        }
        int sizeClass = holding(room);
        return size(sizeClass) == room ? sizeClass : sizeClass - 1;
    }
}
