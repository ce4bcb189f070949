package dev.standing.influence.snapshot;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.TieRows;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a community beside the target, forces it to disk and moves it into place: a reader never finds half of one. */
public final class SnapshotWriter {
    private final Community community;
    private final InfluencePolicy policy;
    private final double epsPoints;

    public SnapshotWriter(Community community, InfluencePolicy policy, double epsPoints) {
        this.community = community;
        this.policy = policy;
        this.epsPoints = epsPoints;
    }

    public void write(Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                write(channel);
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(FileChannel channel) throws IOException {
        int members = community.size();
        TieRows ties = community.ties();
        TieRows memory = community.memory();
        BlockOutput out = new BlockOutput(channel, Layout.payload(members, ties.arcs(), memory.arcs()));
        preface(out);
        for (int i = 0; i < members; i++) {
            out.putInt(community.own(i));
        }
        for (int i = 0; i < members; i++) {
            out.putInt(community.place(i));
        }
        out.putInts(community.told(), 0, members);
        for (int i = 0; i < members; i++) {
            out.putByte(community.membership(i));
        }
        counts(out, ties);
        counts(out, memory);
        rows(out, ties, false);
        rows(out, memory, true);
        out.finish();
    }

    private void preface(BlockOutput out) throws IOException {
        out.putInt(Layout.code(policy.mode()));
        out.putInt(policy.strongestTies());
        out.putDouble(policy.boostShare());
        out.putDouble(policy.boostCapPoints());
        out.putDouble(policy.dragShare());
        out.putDouble(policy.dragCapPoints());
        out.putInt(policy.tieMemoryDays());
        out.putInt(policy.minimumTies());
        out.putInt(policy.friendsHearInSteps());
        out.putDouble(epsPoints);
        out.putInt(community.today());
        out.putInt(community.size());
        out.putLong(community.ties().arcs());
        out.putLong(community.memory().arcs());
    }

    private void counts(BlockOutput out, TieRows rows) throws IOException {
        for (int i = 0; i < community.size(); i++) {
            out.putInt(rows.length(i));
            out.putInt(rows.live(i));
        }
    }

    private void rows(BlockOutput out, TieRows rows, boolean dated) throws IOException {
        for (int i = 0; i < community.size(); i++) {
            int length = rows.length(i);
            if (length > 0) {
                out.putInts(rows.neighbours(i), rows.offset(i), length);
                out.putBytes(rows.weights(i), rows.offset(i), length);
                if (dated) {
                    out.putInts(rows.days(i), rows.offset(i), length);
                }
            }
        }
    }
}
