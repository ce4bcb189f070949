package dev.standing.acceptance.operating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.suite.Broker;
import dev.standing.acceptance.suite.Suites;
import dev.standing.contracts.event.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Where no operator has asked for traces there are none, and nothing is carried along for them. */
@ResourceLock(Suites.SHARED)
class UntracedIT {
    private static final String SHOP = "untraced-shop";
    private static final String MEMBER = "untraced-member";

    @Test
    void nothing_that_is_told_carries_a_trace() {
        Standing standing = new Standing(Suites.shared());
        standing.importMembers(List.of(MEMBER), SHOP);
        standing.send(SHOP, Behaviour.paid("untraced-record", MEMBER, "payment.on-time", 1, 4321));
        standing.awaitScored(SHOP, "untraced-record");

        try (Broker broker = new Broker(standing.suite())) {
            assertThat(Stream.of(Topics.RECORDS, Topics.SCORES).flatMap(topic -> broker.read(topic).stream()))
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(message.headers()).isEmpty());
        }
    }
}
