package dev.standing.web.fairuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {
    private static final Limits.Place ACME = new Limits.Place("partner acme", RouteClass.WRITES);
    private static final Limits.Place OTHER = new Limits.Place("partner other:shop", RouteClass.WRITES);

    private final Hand time = new Hand();
    private final Buckets buckets = new Buckets(limits("other:shop:writes:3"), time);

    @Test
    void afterARestTwoSecondsWorthComesAtOnceAndThenWhatRefills() {
        for (int i = 0; i < 20; i++) {
            assertThat(buckets.take(ACME).taken()).isTrue();
        }
        Allowance refused = buckets.take(ACME);
        assertThat(refused.taken()).isFalse();
        assertThat(refused.untilNext()).isEqualTo(Duration.ofMillis(100));
        assertThat(refused.policy()).isEqualTo("\"writes\";q=20;w=2");
        assertThat(refused.state()).isEqualTo("\"writes\";r=0;t=2");

        time.pass(Duration.ofMillis(100));
        assertThat(buckets.take(ACME).taken()).isTrue();
        assertThat(buckets.take(ACME).taken()).isFalse();
    }

    @Test
    void whatOnePartnerTakesOfOneClassIsNobodyElses() {
        while (buckets.take(ACME).taken()) {
            // until nothing is left
        }

        assertThat(buckets.take(OTHER).remaining())
                .as("two seconds of three, and one taken")
                .isEqualTo(5);
        assertThat(buckets.take(new Limits.Place("partner acme", RouteClass.READS))
                        .taken())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/perks, READS",
        "HEAD, /v1/perks, READS",
        "POST, /v1/checks, WRITES",
        "PUT, /v1/members/m, WRITES",
        "POST, /v1/records/batch, BULKS",
        "POST, /v1/records/stream, BULKS",
        "POST, /v1/imports/ties, BULKS",
        "POST, /v1/records/batch/, BULKS",
        "POST, /v1/records/stream//, BULKS"
    })
    void routesAreOfAClass(String method, String path, RouteClass of) {
        assertThat(RouteClass.of(method, path)).isEqualTo(of);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "acme:writes", "acme:all:5", "acme:writes:0", ":writes:5", "acme:writes:many", ""})
    void aLimitOfAnotherFormIsRefused(String text) {
        assertThatThrownBy(() -> new OwnLimits().convert(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PARTNER:CLASS:CALLS");
    }

    private static Limits limits(String partner) {
        return new Limits(new FairUseConfig() {
            @Override
            public int reads() {
                return 10;
            }

            @Override
            public int writes() {
                return 10;
            }

            @Override
            public int bulks() {
                return 1;
            }

            @Override
            public Optional<List<OwnLimit>> partners() {
                return Optional.of(List.of(new OwnLimits().convert(partner)));
            }
        });
    }

    private static final class Hand implements TimeMeter {
        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
