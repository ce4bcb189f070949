package dev.standing.privileges.service;

import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.Topics;
import dev.standing.delivery.writer.WriterContract;
import io.quarkus.test.junit.QuarkusTest;

/** A score's effect is one entry of the journal for each perk that it earns. */
@QuarkusTest
class WriterIT extends WriterContract {
    @Override
    protected String topic() {
        return Topics.SCORES;
    }

    @Override
    protected byte[] message(String id) {
        return EventJson.write(Wire.scoreEvent(id, 1, 655, 655));
    }

    /** Of a member whom the table is told not to take; it takes all that an event may hold. */
    @Override
    protected byte[] refused(String id) {
        bench.execute("alter table privileges.member add constraint \"" + id + "\" check (member <> '" + id + "')");
        return message(id);
    }

    @Override
    protected int effects(String id) {
        return (int) bench.number(
                "select count(*) from privileges.privilege_journal where perk = 'car-hire' and member = '" + id + "'");
    }
}
