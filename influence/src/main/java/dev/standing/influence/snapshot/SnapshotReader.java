package dev.standing.influence.snapshot;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Terms;
import dev.standing.influence.store.TieRows;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads a community from a file, all of it or an exception that says what is wrong. */
public final class SnapshotReader {
    /** What a file held: its sums are still to be evaluated from what friends told. */
    public record Restored(InfluencePolicy policy, double epsPoints, Community community) {}

    private final BlockInput in;

    private SnapshotReader(BlockInput in) {
        this.in = in;
    }

    public static Restored read(Path source) throws IOException {
        try (FileChannel channel = FileChannel.open(source, StandardOpenOption.READ)) {
            return new SnapshotReader(new BlockInput(channel, String.valueOf(source.getFileName()))).restored();
        }
    }

    private Restored restored() throws IOException {
        InfluencePolicy policy = policy();
        double epsPoints = in.getDouble();
        Community community = new Community(new Terms(policy), in.getInt());
        int members = in.getInt();
        long arcs = in.getLong();
        long rememberedArcs = in.getLong();
        if (members < 0
                || arcs < 0
                || rememberedArcs < 0
                || in.payload() != Layout.payload(members, arcs, rememberedArcs)) {
            throw in.damaged("holds " + in.payload() + " bytes, which its counts of " + members + " members, " + arcs
                    + " and " + rememberedArcs + " arcs do not add up to");
        }
        community.restore(ints(members), ints(members), ints(members), bytes(members));
        long[] counts = counts(members, arcs);
        long[] rememberedCounts = counts(members, rememberedArcs);
        rows(community.ties(), counts, arcs, false);
        rows(community.memory(), rememberedCounts, rememberedArcs, true);
        return new Restored(policy, epsPoints, community);
    }

    private InfluencePolicy policy() throws IOException {
        Mode mode = mode(in.getInt());
        int strongestTies = in.getInt();
        double boostShare = in.getDouble();
        double boostCap = in.getDouble();
        double dragShare = in.getDouble();
        double dragCap = in.getDouble();
        return new InfluencePolicy(
                mode, strongestTies, boostShare, boostCap, dragShare, dragCap, in.getInt(), in.getInt(), in.getInt());
    }

    private Mode mode(int code) throws IOException {
        for (Mode mode : Mode.values()) {
            if (Layout.code(mode) == code) {
                return mode;
            }
        }
        throw in.damaged("names mode " + code + "; allowed: 0 to 2");
    }

    private int[] ints(int count) throws IOException {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.getInt();
        }
        return values;
    }

    private byte[] bytes(int count) throws IOException {
        byte[] values = new byte[count];
        in.getBytes(values, 0, count);
        return values;
    }

    /** Length in the lower half, live in the upper. */
    private long[] counts(int members, long arcs) throws IOException {
        long[] counts = new long[members];
        long sum = 0;
        for (int i = 0; i < members; i++) {
            int length = in.getInt();
            int live = in.getInt();
            if (length < 0 || live < 0 || live > length) {
                throw in.damaged("gives member " + i + " a row of " + length + " ties of which " + live + " count");
            }
            counts[i] = length | ((long) live << 32);
            sum += length;
        }
        if (sum != arcs) {
            throw in.damaged("has rows of " + sum + " arcs in all; its count says " + arcs);
        }
        return counts;
    }

    private void rows(TieRows rows, long[] counts, long arcs, boolean dated) throws IOException {
        if (arcs == 0) {
            return;
        }
        long left = arcs;
        rows.expect(counts.length, left);
        for (int i = 0; i < counts.length; i++) {
            int length = (int) counts[i];
            rows.restore(i, length, (int) (counts[i] >>> 32));
            left -= length;
            rows.expect(0, left);
            if (length > 0) {
                row(rows, i, length, counts.length, dated);
            }
        }
    }

    private void row(TieRows rows, int i, int length, int members, boolean dated) throws IOException {
        int[] ids = rows.neighbours(i);
        int from = rows.offset(i);
        for (int k = from; k < from + length; k++) {
            ids[k] = in.getInt();
            if (ids[k] < 0 || ids[k] >= members) {
                throw in.damaged("ties member " + i + " to " + ids[k] + "; allowed: 0 to " + (members - 1));
            }
        }
        in.getBytes(rows.weights(i), from, length);
        if (dated) {
            int[] days = rows.days(i);
            for (int k = from; k < from + length; k++) {
                days[k] = in.getInt();
            }
        }
    }
}
