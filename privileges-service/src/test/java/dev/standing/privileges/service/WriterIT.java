package dev.standing.privileges.service;

import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.delivery.writer.WriterContract;
import dev.standing.local.test.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;

/** A score's effect is one entry of the journal for each perk that it earns. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WriterIT extends WriterContract {
    /** A good instant, and the first week that PostgreSQL does not know any more. */
    private static final Instant AFTER_TIME = Instant.parse("+294277-01-05T00:00:00Z");

    @Override
    protected String topic() {
        return Topics.SCORES;
    }

    @Override
    protected byte[] message(String id) {
        return EventJson.write(Wire.scoreEvent(id, 1, 655, 655));
    }

    @Override
    protected byte[] refused(String id) {
        ScoreEvent good = Wire.scoreEvent(id, 1, 655, 655);
        return EventJson.write(new ScoreEvent(
                good.version(),
                good.member(),
                good.sequence(),
                good.score(),
                good.band(),
                good.base(),
                good.baseBand(),
                good.influence(),
                good.dimensions(),
                good.tenureInDays(),
                good.scorecard(),
                good.cause(),
                good.causeAt(),
                AFTER_TIME));
    }

    @Override
    protected int effects(String id) {
        return (int) bench.number(
                "select count(*) from privileges.privilege_journal where perk = 'car-hire' and member = '" + id + "'");
    }
}
