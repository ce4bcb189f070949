package dev.standing.privileges.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.Topics;
import dev.standing.delivery.writer.Bench;
import dev.standing.delivery.writer.WriterContract;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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

    @Test
    void aStandbyIsReadyAndAnswersWhatTheLeaderHasCommitted() {
        String member = "standby-" + UUID.randomUUID();

        whileStandingBy(() -> {
            assertThat(Api.management("/health/ready").statusCode()).isEqualTo(200);
            bench.execute("insert into privileges.consent (member, partner, version, granted) values ('" + member
                    + "', 'acme', 1, true)");
            Bench.await("the member of another leader", () -> {
                hear("now()");
                return Api.privileges(Tokens.partner("acme"), member).statusCode() == 200;
            });
            bench.execute("update privileges.consent set version = 2, granted = false where member = '" + member + "'");
            Bench.await("the withdrawal", () -> {
                hear("now()");
                return refusal(member).equals("urn:standing:problem:not-found");
            });
            hear("now() - interval '1 minute'");
            Bench.await("a leader that hears nothing any more", () -> refusal(member)
                    .equals("urn:standing:problem:consents-not-heard"));
        });
    }

    @Test
    void whatAHandMendedTheLeaderKnowsWithItsNextBatch() {
        String mended = "mended-" + UUID.randomUUID();
        String other = "other-" + UUID.randomUUID();
        Bench.await("leading", () -> writer.status().leads());

        bench.execute("insert into privileges.consent (member, partner, version, granted) values ('" + mended
                + "', 'acme', 1, true)");
        bench.send(topic(), other, message(other));

        Bench.await(
                "the mended row",
                () -> Api.privileges(Tokens.operator(), mended).statusCode() == 200);
    }

    /** As the last thing that it did, which no standby has read: whoever begins to lead reads what has changed since it last did. */
    @Test
    void whoTakesOverAnswersWhatTheOtherLeaderHadCommitted() {
        String member = "taken-over-" + UUID.randomUUID();
        long[] terms = new long[1];

        whileStandingBy(() -> {
            terms[0] = writer.status().terms();
            bench.execute("insert into privileges.consent (member, partner, version, granted) values ('" + member
                    + "', 'acme', 1, true)");
        });
        Bench.await(
                "taking over",
                () -> writer.status().terms() > terms[0] && writer.status().leads());

        assertThat(Api.privileges(Tokens.operator(), member).statusCode()).isEqualTo(200);
    }

    /** What the other leader has heard. */
    private void hear(String at) {
        bench.execute("insert into privileges.heard (topic, at, ledger_through) values ('" + Topics.CONSENTS + "', "
                + at + ", 0) on conflict (topic) do update set at = excluded.at");
    }

    private static String refusal(String member) {
        Response response = Api.privileges(Tokens.partner("acme"), member);
        return response.statusCode() == 200 ? "" : response.jsonPath().getString("type");
    }
}
