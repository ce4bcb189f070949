package dev.standing.acceptance.operating;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.Suite;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A record's trace goes with it from the door to the perk, and says nothing of whom it is about. */
@ResourceLock(Suites.OWN)
class TracesIT {
    private static final int RECORDS = 1_000;
    private static final String SHOP = "traced-shop";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ACCEPTED = "accept record";
    private static final String JUDGED = "apply privileges";

    @Test
    void each_of_a_thousand_sampled_records_is_linked_from_its_post_to_a_privilege() throws Exception {
        try (Collector collector = new Collector();
                Suite suite = Suite.start(Suites.launch("traced")
                        .with("--no-sample")
                        .where(Map.of(
                                "QUARKUS_OTEL_SDK_DISABLED", "false",
                                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(),
                                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                                "QUARKUS_OTEL_TRACES_SAMPLER_ARG", "1.0",
                                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "0.2s",
                                "QUARKUS_OTEL_BSP_MAX_QUEUE_SIZE", "100000")))) {
            Standing standing = new Standing(suite);
            List<String> members = IntStream.range(0, RECORDS)
                    .mapToObj(n -> "traced-member-" + n)
                    .toList();
            standing.importMembers(members, SHOP);

            // At once: some overtake their consents, and are linked when those come.
            members.parallelStream().forEach(member -> pay(standing, member));

            Set<ByteString> linked = Await.until(
                    "every record is linked to a privilege",
                    PATIENCE,
                    () -> accepted(collector.spans()),
                    traces -> traces.size() == RECORDS);
            assertThat(linked).hasSize(RECORDS);
            assertThat(collector.spans().stream().filter(span -> span.getName().equals(ACCEPTED)))
                    .hasSize(RECORDS);
            assertThat(collector.received()).isNotEmpty().noneMatch(bytes -> bytes.contains("traced-"));
        }
    }

    private static void pay(Standing standing, String member) {
        standing.send(SHOP, Behaviour.paid("traced-record-" + member, member, "payment.on-time", 1, 4321));
    }

    /** The spans of accepted records that a judged score goes back to, over parents and links. */
    private static Set<ByteString> accepted(List<Span> spans) {
        Map<ByteString, Span> byId = new HashMap<>();
        spans.forEach(span -> byId.put(span.getSpanId(), span));
        Set<ByteString> seen = new HashSet<>();
        Set<ByteString> accepted = new HashSet<>();
        spans.stream()
                .filter(span -> span.getName().equals(JUDGED))
                .forEach(span -> goBack(span, byId, seen, accepted));
        return accepted;
    }

    private static void goBack(Span span, Map<ByteString, Span> byId, Set<ByteString> seen, Set<ByteString> accepted) {
        if (!seen.add(span.getSpanId())) {
            return;
        }
        if (span.getName().equals(ACCEPTED)) {
            accepted.add(span.getSpanId());
        }
        Stream.concat(
                        Stream.of(span.getParentSpanId()),
                        span.getLinksList().stream().map(Span.Link::getSpanId))
                .map(byId::get)
                .filter(before -> before != null && !before.getName().endsWith(" batch"))
                .forEach(before -> goBack(before, byId, seen, accepted));
    }
}
