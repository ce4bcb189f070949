package dev.standing.scoring.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedActivityTest {
    private static final BigInteger[] AMOUNTS = {
        BigInteger.ZERO,
        BigInteger.ONE,
        BigInteger.valueOf(63),
        BigInteger.valueOf(64),
        BigInteger.valueOf(-1),
        BigInteger.valueOf(43_000),
        BigInteger.valueOf(Long.MAX_VALUE),
        BigInteger.valueOf(Long.MIN_VALUE),
        BigInteger.ONE.shiftLeft(62),
        BigInteger.ONE.shiftLeft(63),
        BigInteger.ONE.shiftLeft(63).add(BigInteger.ONE).negate(),
        BigInteger.TEN.pow(40),
        BigInteger.TEN.pow(40).negate()
    };
    private static final long[] COUNTS = {1, 2, 63, 64, 8_191, 8_192, Long.MAX_VALUE, -1, Long.MIN_VALUE};

    private final Random random = new Random(14);

    /** As the plain form has it. */
    private record Cell(SeriesKey key, int day, long records, BigInteger amountMinor) {}

    private static List<Cell> cells(Activity activity) {
        List<Cell> cells = new ArrayList<>();
        activity.forEach((key, series) -> {
            for (int i = 0; i < series.size(); i++) {
                cells.add(new Cell(key, series.day(i), series.count(i), series.exactAmountMinor(i)));
            }
        });
        return cells;
    }

    private static Activity of(List<Cell> cells) {
        Activity activity = new Activity();
        cells.forEach(cell -> activity.add(cell.key(), cell.day(), cell.records(), cell.amountMinor()));
        return activity;
    }

    private static Activity unpacked(byte[] packed) {
        Activity activity = new Activity();
        PackedActivity.addTo(activity, "acme", packed);
        return activity;
    }

    private SeriesKey someKey() {
        return new SeriesKey(
                "acme",
                List.of("rent.paid", "loan.repaid", "ünïcode", "k".repeat(200)).get(random.nextInt(4)),
                List.of("other", "", "housing").get(random.nextInt(3)),
                List.of("EUR", SeriesKey.NOT_NOTED).get(random.nextInt(2)));
    }

    private int someDay() {
        return switch (random.nextInt(8)) {
            case 0 -> Integer.MIN_VALUE;
            case 1 -> Integer.MAX_VALUE;
            case 2 -> -1;
            default -> 20_000 + random.nextInt(1_000);
        };
    }

    private List<Cell> someCells() {
        List<Cell> cells = new ArrayList<>();
        Activity apart = new Activity();
        for (int i = random.nextInt(60); i >= 0; i--) {
            Cell cell = new Cell(
                    someKey(),
                    someDay(),
                    COUNTS[random.nextInt(COUNTS.length)],
                    AMOUNTS[random.nextInt(AMOUNTS.length)]);
            int before = apart.size();
            if (cells.stream().noneMatch(each -> each.key().equals(cell.key()) && each.day() == cell.day())) {
                apart.add(cell.key(), cell.day(), cell.records(), cell.amountMinor());
                cells.add(cell);
                assertThat(apart.size()).isEqualTo(before + 1);
            }
        }
        return cells;
    }

    @Test
    void whatIsPackedIsReadToTheLastUnitAndPacksTheSameInWhateverOrderItCame() {
        for (int round = 0; round < 2_000; round++) {
            List<Cell> cells = someCells();
            byte[] packed = PackedActivity.of(of(cells));
            Collections.shuffle(cells, random);

            assertThat(cells(unpacked(packed))).containsExactlyInAnyOrderElementsOf(cells);
            assertThat(PackedActivity.of(of(cells))).isEqualTo(packed);
            assertThat(PackedActivity.of(unpacked(packed))).isEqualTo(packed);
        }
    }

    @Test
    void formIsTheOneThatDatabasesHold() {
        Activity activity = new Activity();
        activity.add(new SeriesKey("acme", "rent.paid", "other", "EUR"), 20_000, 1, 43_000);
        activity.add(new SeriesKey("acme", "rent.paid", "other", "EUR"), 20_030, 2, -1);
        activity.add(new SeriesKey("acme", "id.proved", "other", ""), -1, 1, 0);

        assertThat(HexFormat.of().formatHex(PackedActivity.of(activity)))
                .isEqualTo("01" + "0969642e70726f766564" + "056f74686572" + "00" + "01" + "010200"
                        + "0972656e742e70616964" + "056f74686572" + "03455552" + "02" + "c0b80202f09f05" + "3c0401");
    }

    @Test
    void whatIsCutOffIsRefused() {
        Activity activity = of(List.of(
                new Cell(new SeriesKey("acme", "rent.paid", "other", "EUR"), 20_000, 300, BigInteger.TEN.pow(30))));
        byte[] packed = PackedActivity.of(activity);

        for (int length = 2; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> unpacked(cut))
                    .as("%d of %d bytes", length, packed.length)
                    .isInstanceOf(UnreadableActivity.class)
                    .hasMessageContaining("ends after " + length + " bytes");
        }
    }

    @Test
    void versionThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> unpacked(new byte[] {2})).hasMessageContaining("version 2; known: 1");
    }
}
