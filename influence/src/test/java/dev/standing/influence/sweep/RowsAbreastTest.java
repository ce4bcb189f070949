package dev.standing.influence.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import dev.standing.influence.rows.TopK;
import dev.standing.influence.rows.TopKTest;
import dev.standing.influence.store.BulkLoad;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Terms;
import dev.standing.influence.store.Units;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rows laid abreast come to the same sums as rows one by one, to the last bit, with bars that hold. */
class RowsAbreastTest {
    private static final int WORLDS = Math.max(4, 60 * Integer.getInteger("standing.test.percent", 100) / 100);

    @Test
    void sumsAreThoseOfRowsOneByOne() {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Community community = world(random);
            RowsAbreast abreast = new RowsAbreast(community, new Distances(community.size()));
            for (int sweep = 0; sweep < 3; sweep++) {
                abreast.evaluate(0, community.size());
                assertEvaluated("seed " + seed + " sweep " + sweep, community);
                for (int i = 0; i < community.size(); i++) {
                    int moved = community.told(i) + random.nextInt(-30, 31) * Units.PER_POINT;
                    community.tell(i, Math.clamp(moved, 350 * Units.PER_POINT, 950 * Units.PER_POINT));
                }
            }
        }
    }

    @Test
    void aPartOfTheMembersIsEvaluatedAlone() {
        Community community = world(new SplittableRandom(2));
        new RowsAbreast(community, new Distances(community.size())).evaluate(0, community.size());
        long[] sums = new long[community.size()];
        Arrays.setAll(sums, community::boostSum);
        community.tell(1, community.told(1) + 50 * Units.PER_POINT);

        new RowsAbreast(community, new Distances(community.size())).evaluate(0, 0);
        new RowsAbreast(community, new Distances(community.size())).evaluate(2, 3);

        for (int i = 0; i < sums.length; i++) {
            if (i != 2) {
                assertThat(community.boostSum(i)).isEqualTo(sums[i]);
            }
        }
    }

    /** Up to a few times as many members as are laid abreast; some rows long, some empty, some tied at the bar, some without consent. */
    static Community world(SplittableRandom random) {
        return world(random, policy(random));
    }

    static Community world(SplittableRandom random, InfluencePolicy policy) {
        int n = 3 + random.nextInt(700);
        Community community = new Community(new Terms(policy), 0);
        boolean round = random.nextBoolean();
        for (int i = 0; i < n; i++) {
            int base = round
                    ? (350 + 50 * random.nextInt(13)) * Units.PER_POINT
                    : random.nextInt(350 * Units.PER_POINT, 950 * Units.PER_POINT);
            community.join(base, 0, random.nextInt(20) > 0);
        }
        new BulkLoad(community).load(sink -> {
            SplittableRandom drawn = new SplittableRandom(n);
            Set<Long> seen = new HashSet<>();
            int hubs = 1 + drawn.nextInt(3);
            for (int a = 0; a < n; a++) {
                int wanted = a < hubs ? n / 2 : drawn.nextInt(12);
                for (int k = 0; k < wanted; k++) {
                    int b = drawn.nextInt(n);
                    if (a != b && seen.add((long) Math.min(a, b) * n + Math.max(a, b))) {
                        sink.tie(a, b, round ? 1 : (1 + drawn.nextInt(255)) / 255.0);
                    }
                }
            }
        });
        for (int k = 0; k < n / 10; k++) {
            int a = random.nextInt(n);
            int b = random.nextInt(n);
            if (a != b && community.ties().find(a, b) < 0 && community.memory().find(a, b) < 0) {
                community.memory().add(a, b, 255, -10, community.consents(b));
                community.memory().add(b, a, 255, -10, community.consents(a));
            }
        }
        return community;
    }

    private static InfluencePolicy policy(SplittableRandom random) {
        int k = 1 + random.nextInt(12);
        int minimum = 1 + random.nextInt(3);
        return random.nextBoolean()
                ? new InfluencePolicy(Mode.BOOST_ONLY, k, 0.05, 30, 0, 0, 0, minimum, 0)
                : new InfluencePolicy(Mode.TWO_WAY, k, 0.05, 30, 0.05, 30, 180, minimum, 0);
    }

    static void assertEvaluated(String what, Community community) {
        TopK topK = new TopK(community.terms().strongestTies());
        for (int i = 0; i < community.size(); i++) {
            int[] pulls = pulls(community, i);
            assertSide(
                    what + " boost of " + i, community, topK, pulls, community.boostSum(i), community.boostBar(i), i);
            if (community.terms().drags) {
                int[] drags = drags(community, i, pulls);
                assertSide(
                        what + " drag of " + i, community, topK, drags, community.dragSum(i), community.dragBar(i), i);
            }
        }
    }

    private static void assertSide(String what, Community c, TopK topK, int[] values, long sum, int bar, int i) {
        if (c.counts(i)) {
            assertThat(sum).as(what).isEqualTo(topK.sum(values, values.length));
            TopKTest.assertRight(what, c.terms().strongestTies(), values, sum, bar);
        } else {
            assertThat(sum).as(what).isZero();
        }
        assertThat(c.is(i, Community.COUNTED)).as(what).isEqualTo(c.counts(i));
    }

    static int[] pulls(Community c, int i) {
        int[] pulls = new int[c.ties().live(i)];
        for (int k = 0; k < pulls.length; k++) {
            pulls[k] = c.ties().weight(i, k) * (c.told(c.ties().neighbour(i, k)) - c.base(i));
        }
        return pulls;
    }

    private static int[] drags(Community c, int i, int[] pulls) {
        int[] drags = new int[pulls.length + c.memory().live(i)];
        for (int k = 0; k < drags.length; k++) {
            int r = k - pulls.length;
            drags[k] = r < 0
                    ? -pulls[k]
                    : c.rememberedDrag(
                            c.memory().weight(i, r),
                            c.memory().day(i, r),
                            c.base(i) - c.told(c.memory().neighbour(i, r)));
        }
        return drags;
    }
}
