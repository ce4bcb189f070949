package dev.standing.influence.snapshot;

import dev.standing.influence.policy.Mode;

/**
 * The file: a head of 24 bytes (magic, version, payload length, CRC-32C of those), then the payload in blocks of 1 MiB, the last
 * one shorter, each followed by its CRC-32C. All numbers little-endian.
 */
final class Layout {
    static final long MAGIC = 0x474E_4944_4E41_5453L;
    static final int VERSION = 2;
    static final int HEAD_BYTES = 24;
    static final int BLOCK_BYTES = 1 << 20;
    static final int SUM_BYTES = 4;
    /** Policy, eps, day and counts. */
    static final int PREFACE_BYTES = 4 * 7 + 8 * 5 + 8 * 2;
    /** Own base, place, told, flag, and length and live of two rows. */
    static final int MEMBER_BYTES = 4 + 4 + 4 + 1 + 4 * 4;

    static final int ARC_BYTES = 5;
    static final int REMEMBERED_ARC_BYTES = 9;

    private Layout() {}

    static long payload(long members, long arcs, long rememberedArcs) {
        return PREFACE_BYTES + members * MEMBER_BYTES + arcs * ARC_BYTES + rememberedArcs * REMEMBERED_ARC_BYTES;
    }

    static int code(Mode mode) {
        return switch (mode) {
            case BOOST_ONLY -> 0;
            case TWO_WAY -> 1;
            case OFF -> 2;
        };
    }

    static long fileBytes(long payload) {
        long blocks = (payload + BLOCK_BYTES - 1) / BLOCK_BYTES;
        return HEAD_BYTES + payload + blocks * SUM_BYTES;
    }
}
