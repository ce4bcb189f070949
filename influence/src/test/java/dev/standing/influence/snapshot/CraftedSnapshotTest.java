package dev.standing.influence.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.influence.input.SnapshotDamagedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose checksums are right and whose content is not. */
class CraftedSnapshotTest {
    private final Path file;

    CraftedSnapshotTest(@TempDir Path folder) {
        this.file = folder.resolve("crafted");
    }

    @Test
    void aRightOneIsRead() throws IOException {
        craft(0, 2, 2, 0, 1, 1, 1, 0);
        assertThat(SnapshotReader.read(file).community().ties().neighbour(0, 0)).isEqualTo(1);
    }

    @Test
    void refusesCountsThatDoNotAddUp() throws IOException {
        craft(0, 3, 2, 0, 1, 1, 1, 0);
        assertDamaged("do not add up to");
        craft(0, -2, 2, 0, 1, 1, 1, 0);
        assertDamaged("-2 members");
        craft(0, 2, 2, 1, 1, 1, 1, 0);
        assertDamaged("do not add up to");
        craft(0, 2, 2, 0, 0, 0, 1, 0);
        assertDamaged("has rows of 1 arcs in all; its count says 2");
    }

    @Test
    void refusesRowsThatCannotBe() throws IOException {
        craft(0, 2, 2, 0, -1, 0, 1, 0);
        assertDamaged("gives member 0 a row of -1 ties");
        craft(0, 2, 2, 0, 1, 2, 1, 0);
        assertDamaged("a row of 1 ties of which 2 count");
        craft(0, 2, 2, 0, 1, -1, 1, 0);
        assertDamaged("of which -1 count");
        craft(0, 2, 2, 0, 1, 1, 2, 0);
        assertDamaged("ties member 0 to 2; allowed: 0 to 1");
        craft(0, 2, 2, 0, 1, 1, 1, -1);
        assertDamaged("ties member 1 to -1");
    }

    @Test
    void refusesAModeThatThereIsNot() throws IOException {
        craft(3, 2, 2, 0, 1, 1, 1, 0);
        assertDamaged("names mode 3; allowed: 0 to 2");
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        craft(0, 2, 2, 0, 1, 1, 1, 0);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        CRC32C sum = new CRC32C();
        bytes.putInt(8, 1);
        sum.update(bytes.array(), 0, Layout.HEAD_BYTES - Layout.SUM_BYTES);
        bytes.putInt(Layout.HEAD_BYTES - Layout.SUM_BYTES, (int) sum.getValue());
        Files.write(file, bytes.array());
        assertDamaged("has version 1; allowed: 2");
    }

    private void assertDamaged(String says) {
        assertThatThrownBy(() -> SnapshotReader.read(file))
                .isInstanceOf(SnapshotDamagedException.class)
                .hasMessageContaining(says);
    }

    /** Two members and their tie, with the stated counts in place of the right ones. */
    private void craft(
            int mode, int members, long arcs, long remembered, int length, int live, int firstFriend, int secondFriend)
            throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            BlockOutput out = new BlockOutput(channel, Layout.payload(2, 2, 0));
            out.putInt(mode);
            out.putInt(10);
            for (double value : new double[] {0.05, 30, 0, 0}) {
                out.putDouble(value);
            }
            out.putInt(180);
            out.putInt(1);
            out.putInt(50);
            out.putDouble(0.01);
            out.putInt(7);
            out.putInt(members);
            out.putLong(arcs);
            out.putLong(remembered);
            out.putInts(new int[] {500 * 4096, 600 * 4096, 0, 0, 500 * 4096, 600 * 4096}, 0, 6);
            out.putBytes(new byte[] {3, 3}, 0, 2);
            out.putInts(new int[] {length, live, 1, 1, 0, 0, 0, 0}, 0, 8);
            out.putInt(firstFriend);
            out.putByte((byte) 255);
            out.putInt(secondFriend);
            out.putByte((byte) 255);
            out.finish();
        }
    }
}
