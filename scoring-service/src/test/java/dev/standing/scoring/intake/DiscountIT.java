package dev.standing.scoring.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.delivery.writer.Bench;
import dev.standing.delivery.writer.Phase;
import dev.standing.delivery.writer.Writer;
import dev.standing.scoring.Api;
import dev.standing.scoring.MovableClock;
import dev.standing.scoring.Wire;
import dev.standing.scoring.scorecard.document.Scorecards;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Under a scorecard that discounts the evidence of partners many of whose records are wrong. */
@QuarkusTest
@TestProfile(DiscountIT.Discounting.class)
class DiscountIT {

    @Inject
    MovableClock clock;

    @Inject
    Writer writer;

    private final Bench bench = new Bench();
    private final Wire wire = new Wire();
    private final String prefix = "d" + System.nanoTime() + "-";
    private final String shaky = prefix + "shaky";
    private final String solid = prefix + "solid";
    private final String both = prefix + "both";
    private final String solidAlone = prefix + "alone";

    @BeforeEach
    void twoMembers() {
        Bench.await("leading", () -> writer.status().phase() == Phase.LEADING);
        rentsPaid(both, shaky, 24);
        rentsPaid(both, solid, 1);
        rentsPaid(solidAlone, solid, 1);
        wire.flush();
        Api.awaitQuiet();
        readEverybodyAnew();
    }

    @AfterEach
    void close() {
        wire.close();
        bench.close();
    }

    private void rentsPaid(String member, String partner, int months) {
        wire.recordsConsent(member, partner, true, 1);
        for (int month = 1; month <= months; month++) {
            wire.record(Wire.accepted(
                    partner,
                    member + month,
                    member,
                    "rent.paid",
                    clock.instant().minus(30L * month, ChronoUnit.DAYS)));
        }
    }

    private void figure(int basisPoints, long version) {
        wire.figure(shaky, basisPoints, version);
        wire.flush();
        Api.awaitQuiet();
    }

    private static int base(String member) {
        return Api.score(member).getInt("base");
    }

    private long published(String cause) {
        return bench.number(
                "select count(*) from scoring.score_journal where member = '" + both + "' and cause = '" + cause + "'");
    }

    /** Also where another test left the scores on a later day. */
    private static void readEverybodyAnew() {
        Bench.await("everybody is read anew", () -> Api.reevaluate("?back=true").statusCode() == 200);
    }

    @Test
    void fromTheFigureOnHalfOfWhatTheEvidenceGaveIsTakenAndToldUntilTheFigureIsBetter() {
        int whole = base(both);
        int alone = base(solidAlone);
        assertThat(whole).isGreaterThan(alone);

        figure(499, 1);
        readEverybodyAnew();
        assertThat(base(both)).as("below the figure").isEqualTo(whole);

        figure(500, 2);
        Bench.await("evidence is discounted", () -> base(both) < whole);

        int taken = (whole - alone) / 2;
        assertDiscounted(whole, taken);
        assertThat(base(solidAlone)).as("without evidence of that partner").isEqualTo(alone);
        assertThat(published("partner")).isEqualTo(1);

        figure(0, 1);
        bench.breakSession(Intake.LOCK);
        readEverybodyAnew();
        assertDiscounted(whole, taken);
        assertThat(published("partner"))
                .as("after a restart and all over again")
                .isEqualTo(1);

        figure(100, 3);
        Bench.await("evidence counts whole", () -> base(both) == whole);
        assertThat(Api.explanation(both).getMap("discount")).isNull();
        assertThat(published("partner")).isEqualTo(2);
    }

    private void assertDiscounted(int whole, int taken) {
        JsonPath explanation = Api.explanation(both);
        assertThat(taken).isPositive();
        assertThat(explanation.getInt("base")).isEqualTo(whole - taken);
        assertThat(explanation.getInt("discount.points")).isEqualTo(taken);
        assertThat(explanation.getString("discount.reason")).isEqualTo("UNRELIABLE-PARTNER");
        assertThat(sum(explanation.getList("discount.dimensions.points"))).isEqualTo(taken);
        assertThat(350 + sum(explanation.getList("dimensions.points"))).isEqualTo(whole - taken);
        assertThat(350 + sum(explanation.getList("attributes.points"))).isEqualTo(whole);
    }

    private static int sum(List<Integer> points) {
        return points.stream().mapToInt(Integer::intValue).sum();
    }

    /** The scorecard that ships, with that part. */
    public static final class Discounting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path file = Files.createTempFile("scorecard", ".yaml");
                file.toFile().deleteOnExit();
                Files.writeString(file, Scorecards.discountingYaml());
                return Map.of(
                        "standing.scoring.scorecards",
                        "policies/scorecard-community-1.yaml," + file,
                        "standing.scoring.scorecard",
                        "discounting/1");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
