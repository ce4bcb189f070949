package dev.standing.privileges.grants.memory;

/** What a packed member is made of, and what the number beside each kind is. */
enum Item {
    /** 0; then the sequence. */
    SEQUENCE,
    /** The shared names of dimensions; then points, bands, tenure and the points of each dimension. */
    FACTS,
    /** 0; then the day. */
    FIRST_DAY,
    /** The shared scorecard; then the instant, and the shared reasons behind one more than their count, which is 0 where nobody said them. */
    SOURCE,
    /** How many perks; each that has no item of its own is at its baseline, and was since the score was computed. */
    PRIVILEGES,
    /** The perk; then what is held, as {@link PackedPrivilege} has it. */
    PRIVILEGE,
    /** The shared partner; then version and answer. */
    CONSENT,
    /** 1 where it is open; then its id, and until when it freezes. */
    DISPUTE;

    static final int BITS = 3;

    private static final Item[] ALL = values();

    static Item of(long head) {
        return ALL[(int) head & ((1 << BITS) - 1)];
    }

    /** The number that begins an item: its kind, and the number beside it. */
    @SuppressWarnings("EnumOrdinal") // nothing of it outlives the process
    long head(int number) {
        return ((long) number << BITS) | ordinal();
    }
}
