package dev.standing.acceptance.operating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.Service;
import dev.standing.stack.http.Metrics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What the running suite tells of itself is what the table says, and all that dashboards and alerts ask for. */
@ResourceLock(Suites.SHARED)
class MetricsIT {
    private static final Map<Service, String> TOLD = new EnumMap<>(Service.class);

    /** Something of everything: a record in, a score, a perk, one record refused and one taken back. */
    @BeforeAll
    static void live() {
        Standing standing = new Standing(Suites.shared());
        String mark = Long.toString(System.nanoTime(), 36);
        String member = "metrics-" + mark;
        String friend = "metrics-friend-" + mark;
        String shop = "metrics-shop-" + mark;
        standing.join(List.of(member, friend), shop);
        standing.social(member, true);
        standing.social(friend, true);
        standing.befriend(member, friend, 1.0);
        standing.send(shop, Behaviour.paid(mark, member, "payment.on-time", 1, 100));
        refused(standing, shop, Behaviour.purchase("a-" + mark, member, 1, 100, "5912"), 422);
        refused(standing, shop, Behaviour.paid("b-" + mark, "nobody-" + mark, "payment.on-time", 1, 100), 403);
        standing.awaitScored(shop, mark);
        standing.check(shop, member, "bike-hire", Map.of());
        standing.score(member);
        for (Service service : Service.values()) {
            Metrics metrics = new Metrics(standing.suite(), service);
            Await.until(
                    service + " leads or has nothing to lead",
                    Standing.SOON,
                    metrics::now,
                    told -> service == Service.INGEST || told.sum("standing_writer_phase", "phase=\"leading\"") == 1);
            TOLD.put(service, metrics.now().text());
        }
    }

    private static void refused(Standing standing, String shop, Behaviour record, int status) {
        standing.as(Who.partner(shop))
                .post(Service.INGEST, "/v1/records", record)
                .expect(status);
    }

    @Test
    void the_table_says_what_is_told_and_nothing_else() {
        List<String> queried = Monitoring.queries().stream()
                .flatMap(query -> Selector.in(query.expression()).stream().map(Selector::metric))
                .toList();

        // Of the Kafka client's two that have one name, whichever is there first is told: they are in no table.
        List<String> told = MetricsTable.told(
                TOLD, name -> name.startsWith("standing_") || (queried.contains(name) && !name.startsWith("kafka_")));

        assertThat(MetricsTable.written()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void every_selector_of_dashboards_and_alerts_finds_a_series() {
        List<Sample> samples = TOLD.values().stream()
                .flatMap(text -> Sample.read(text).stream())
                .toList();
        List<String> empty = new ArrayList<>();
        for (Monitoring.Query query : Monitoring.queries()) {
            for (Selector selector : Selector.in(query.expression())) {
                boolean found = Monitoring.recorded().contains(selector.metric())
                        || samples.stream().anyMatch(selector::selects);
                if (!found) {
                    empty.add(query.where() + " asks for " + selector);
                }
            }
        }

        assertThat(Monitoring.dashboards()).hasSize(5);
        assertThat(samples).hasSizeGreaterThan(500);
        assertThat(empty).isEmpty();
    }

    @Test
    void no_selector_needs_what_only_a_jvm_has_and_no_process_works_out_quantiles() {
        assertThat(Monitoring.queries().stream()
                        .flatMap(query -> Selector.in(query.expression()).stream())
                        .map(Selector::metric))
                .isNotEmpty()
                .noneMatch(metric -> metric.startsWith("jvm_"));
        assertThat(TOLD.values().stream()
                        .flatMap(text -> Sample.read(text).stream())
                        .filter(sample -> Stream.of("standing_", "http_server_").anyMatch(sample.metric()::startsWith)))
                .isNotEmpty()
                .noneMatch(sample -> sample.labels().containsKey("quantile"));
    }
}
