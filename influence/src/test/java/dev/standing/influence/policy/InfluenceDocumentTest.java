package dev.standing.influence.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.influence.policy.InfluenceDocument.Side;
import java.time.Period;
import org.junit.jupiter.api.Test;

final class InfluenceDocumentTest {
    private static final Side SIDE = new Side(0.05, 30);
    private static final Period DAYS = Period.ofDays(180);

    @Test
    void defaultsAreTheKernels() {
        var boostOnly = new InfluenceDocument("community", 1, "boost-only", 10, SIDE, null, DAYS, null, null);
        var twoWay = new InfluenceDocument("community", 1, "two-way", 10, SIDE, SIDE, DAYS, 3, null);

        assertThat(boostOnly.policy()).isEqualTo(InfluencePolicy.boostOnly());
        assertThat(twoWay.policy()).isEqualTo(InfluencePolicy.twoWay().withMinimumTies(3));
    }

    @Test
    void offIsOff() {
        var off = new InfluenceDocument("community", 1, "off", 10, new Side(0, 0), null, DAYS, null, null);

        assertThat(off.policy()).isEqualTo(InfluencePolicy.off());
    }

    @Test
    void aFaultIsNamedAsTheDocumentHasIt() {
        refused(
                new InfluenceDocument("c", 1, "both", 10, SIDE, null, DAYS, 1, null),
                "mode is both; allowed: boost-only");
        refused(new InfluenceDocument("c", 1, "two-way", 10, SIDE, null, DAYS, 1, null), "drag.share is 0; allowed");
        refused(
                new InfluenceDocument("c", 1, "boost-only", 10, new Side(5, 30), null, DAYS, 1, null),
                "boost.share is 5.0");
        refused(
                new InfluenceDocument("c", 1, "boost-only", 10, SIDE, null, Period.ofMonths(6), 1, null),
                "tieMemory is P6M");
        refused(
                new InfluenceDocument("c", 1, "boost-only", 10, SIDE, null, DAYS, 1, 601),
                "friendsHearInSteps is 601; allowed: 0 to 600");
        refused(
                new InfluenceDocument("c", 1, "boost-only", 10, SIDE, null, Period.ofDays(-1), 1, null),
                "tieMemory (days) is -1");
    }

    private static void refused(InfluenceDocument document, String begins) {
        assertThatThrownBy(document::policy)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(begins);
    }
}
