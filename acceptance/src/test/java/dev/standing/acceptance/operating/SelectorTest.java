package dev.standing.acceptance.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelectorTest {
    @Test
    void a_query_is_taken_apart_into_what_it_reads() {
        assertThat(Selector.in("""
                        1 - sum by (le, uri) (rate(calls_total{uri=~"/v1/(a|b)",le="0.1"}[5m]))
                          / on (uri) sum(calls:rate[$__rate_interval]) > 14.4 * 0.001 and time() - max(as_of) < 25 * 3600
                        """)).extracting(Selector::metric).containsExactly("calls_total", "calls:rate", "as_of");
    }

    @Test
    void labels_are_matched_as_prometheus_matches_them() {
        List<Sample> samples = Sample.read("""
                # TYPE calls_total counter
                calls_total{uri="/v1/a",outcome="SUCCESS",} 3.0
                up 1.0
                """);

        assertThat(samples).hasSize(2);
        assertThat(selects("calls_total{uri=~\"/v1/(a|b)\",outcome!=\"SERVER_ERROR\"}", samples))
                .isTrue();
        assertThat(selects("calls_total{uri=~\"/v1\"}", samples)).isFalse();
        assertThat(selects("calls_total{reason!=\"\"}", samples)).isFalse();
        assertThat(selects("calls", samples)).isFalse();
        assertThat(selects("up", samples)).isTrue();
    }

    private static boolean selects(String query, List<Sample> samples) {
        return samples.stream().anyMatch(Selector.in(query).getFirst()::selects);
    }
}
