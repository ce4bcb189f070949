package dev.standing.influence.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TieRowsTest {
    private record Arc(int steps, int day, boolean live) {}

    @Test
    void holdsWhatAMapOfMapsHolds() {
        SplittableRandom random = new SplittableRandom(4);
        TieRows rows = new TieRows(true);
        Map<Integer, Map<Integer, Arc>> expected = new HashMap<>();
        int members = 30;
        for (int step = 0; step < 60_000; step++) {
            int i = random.nextInt(members);
            int j = random.nextInt(i < 2 ? 3_000 : 60);
            var row = expected.computeIfAbsent(i, _ -> new HashMap<>());
            int index = rows.find(i, j);
            assertThat(index >= 0).isEqualTo(row.containsKey(j));
            if (index < 0) {
                Arc arc = new Arc(1 + random.nextInt(255), step, random.nextBoolean());
                rows.add(i, j, arc.steps, arc.day, arc.live);
                row.put(j, arc);
            } else if (random.nextInt(3) == 0) {
                boolean live = random.nextBoolean();
                rows.setLive(i, index, live);
                row.computeIfPresent(j, (_, arc) -> new Arc(arc.steps, arc.day, live));
            } else if (random.nextBoolean()) {
                rows.setWeight(i, index, 77);
                row.computeIfPresent(j, (_, arc) -> new Arc(77, arc.day, arc.live));
            } else {
                rows.remove(i, index);
                row.remove(j);
            }
        }
        long arcs = 0;
        for (int i = 0; i < members; i++) {
            Map<Integer, Arc> found = new HashMap<>();
            for (int k = 0; k < rows.length(i); k++) {
                found.put(rows.neighbour(i, k), new Arc(rows.weight(i, k), rows.day(i, k), k < rows.live(i)));
            }
            assertThat(found).isEqualTo(expected.get(i));
            arcs += found.size();
        }
        assertThat(rows.arcs()).isEqualTo(arcs);
        assertThat(rows.find(members + 1, 0)).isEqualTo(-1);
        assertThat(rows.bytes()).as("rows that shrink give room back").isLessThan(200_000);
    }

    @Test
    void sizeClassesLeaveAtMostAThirdOfTheRoomSpare() {
        for (int count = 1; count < 100_000; count++) {
            int room = SizeClasses.size(SizeClasses.holding(count));
            assertThat(room).isGreaterThanOrEqualTo(count);
            assertThat(count == 1 || count < 4 || room * 2 <= 3 * count)
                    .as("room %d for %d", room, count)
                    .isTrue();
            int within = SizeClasses.within(count);
            assertThat(
                            within < 0
                                    ? count < 4
                                    : SizeClasses.size(within) <= count && SizeClasses.size(within + 1) > count)
                    .isTrue();
        }
    }

    @Test
    void aStandingKeepsBaseAndInfluenceApart() {
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 10_000; k++) {
            int base = Units.ofPoints(350 + random.nextInt(601));
            long influence = Units.influenceOfPoints(random.nextDouble() * 1200 - 600);
            long standing = Standing.of(base, influence);
            assertThat(Standing.baseUnits(standing)).isEqualTo(base);
            assertThat(Standing.influence(standing)).isEqualTo(influence);
            double score = Units.toPoints(base) + Units.influenceToPoints(influence);
            assertThat(Standing.scorePoints(standing)).isEqualTo(score);
            assertThat(Standing.rounded(standing)).isEqualTo((int) Math.round(score));
            assertThat(Standing.scoreUnits(standing)).isEqualTo((int) Math.round(score * 4096));
            assertThat(Standing.distance(standing, base)).isEqualTo(Math.abs(influence));
        }
    }
}
