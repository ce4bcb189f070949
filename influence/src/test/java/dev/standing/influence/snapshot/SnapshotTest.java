package dev.standing.influence.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.input.SnapshotDamagedException;
import dev.standing.influence.policy.InfluencePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private final Path folder;

    SnapshotTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void restoresTheSameScoresAndGoesOnAsIfNothingHadHappened() throws IOException {
        InfluenceEngine engine = engine(45_000, 5_000);
        Path file = folder.resolve("standing.snapshot");
        engine.snapshot(file);
        assertThat(Files.size(file)).as("more than one block").isGreaterThan(1 << 20);

        InfluenceEngine restored = InfluenceEngine.restore(file, 2);

        assertSame(restored, engine);
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 50; k++) {
            int a = 5 + random.nextInt(1_000);
            int b = 1_100 + random.nextInt(1_000);
            for (InfluenceEngine each : new InfluenceEngine[] {engine, restored}) {
                each.tie(a, b, 0.5);
                each.changeBase(b, 350 + k);
                each.advanceTo(20 + k);
            }
            assertThat(restored.commit().changedMembers())
                    .isEqualTo(engine.commit().changedMembers());
        }
        assertSame(restored, engine);
    }

    @Test
    void refusesAFileWithAnyByteChanged() throws IOException {
        Path file = folder.resolve("small.snapshot");
        engine(8, 12).snapshot(file);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThatThrownBy(() -> InfluenceEngine.restore(file, 1))
                    .as("byte %d", at)
                    .isInstanceOf(SnapshotDamagedException.class)
                    .hasMessageStartingWith("snapshot small.snapshot ");
        }
    }

    @Test
    void refusesAFileCutOffAnywhereOrTooLong() throws IOException {
        Path file = folder.resolve("cut.snapshot");
        engine(8, 12).snapshot(file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> InfluenceEngine.restore(file, 1))
                    .as("%d bytes", length)
                    .isInstanceOf(SnapshotDamagedException.class)
                    .hasMessageContaining(length < 8 ? "is not a snapshot" : "is cut off");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> InfluenceEngine.restore(file, 1)).hasMessageContaining("is too long");
    }

    @Test
    void saysWhichBlockIsDamaged() throws IOException {
        Path file = folder.resolve("blocks.snapshot");
        engine(45_000, 5_000).snapshot(file);
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length - 100] ^= 1;
        Files.write(file, whole);
        assertThatThrownBy(() -> InfluenceEngine.restore(file, 1))
                .hasMessageContaining("does not match its checksum in block 2");
    }

    @Test
    void replacesAnOlderSnapshotAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("again.snapshot");
        engine(8, 12).snapshot(file);
        InfluenceEngine newer = engine(9, 12);
        newer.snapshot(file);

        assertSame(InfluenceEngine.restore(file, 1), newer);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static void assertSame(InfluenceEngine one, InfluenceEngine other) {
        assertThat(one.idCount()).isEqualTo(other.idCount());
        assertThat(one.memberCount()).isEqualTo(other.memberCount());
        assertThat(one.policy()).isEqualTo(other.policy());
        assertThat(one.epsPoints()).isEqualTo(other.epsPoints());
        for (int i = 0; i < one.idCount(); i++) {
            assertThat(one.isMember(i)).isEqualTo(other.isMember(i));
            if (one.isMember(i)) {
                assertThat(one.score(i)).isEqualTo(other.score(i));
                assertThat(one.explanation(i)).isEqualTo(other.explanation(i));
            }
        }
    }

    private static InfluenceEngine engine(int members, int changes) {
        InfluenceEngine engine = InfluenceEngine.create(InfluencePolicy.twoWay().withFriendsHearInSteps(0), 0.01, 10);
        SplittableRandom random = new SplittableRandom(members);
        for (int i = 0; i < members; i++) {
            engine.join(350 + random.nextInt(601), 0);
            if (i % 7 != 3) {
                engine.grantConsent(i);
            }
        }
        for (int k = 0; k < changes; k++) {
            int a = random.nextInt(members);
            int b = random.nextInt(members);
            if (a != b && random.nextInt(4) > 0) {
                engine.tie(a, b, random.nextDouble() * 0.9 + 0.1);
            } else if (a != b) {
                engine.sever(a, b, random.nextInt(10));
            }
        }
        engine.leave(1);
        engine.commit();
        return engine;
    }
}
