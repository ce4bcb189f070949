package dev.standing.privileges.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.Topics;
import dev.standing.privileges.grants.Dispute;
import dev.standing.privileges.grants.Judge;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.memory.Members;
import dev.standing.privileges.policy.Policies;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the very documents that the producers' tests write. */
class BatchTest {
    private static final Instant NOW = Instant.parse("2026-11-02T00:00:00Z");

    private final Members members = new Members();
    private final Batch batch = new Batch(new Judge(Policies.community()), members, NOW, true);

    @Test
    void theGoldenScoreIsJudged() {
        batch.add(message(Topics.SCORES, Policies.text("/golden/score.json")));

        Member member = batch.changes().member("m-1", Member.UNKNOWN);
        assertThat(member.sequence()).isEqualTo(3);
        assertThat(member.privileges().getFirst().tier()).isEqualTo(1);
        assertThat(batch.deadLetters()).isEmpty();
    }

    @Test
    void theGoldenConsentIsKept() {
        batch.add(message(Topics.CONSENTS, Policies.text("/golden/consent-records.json")));

        assertThat(batch.changes().member("m-1", Member.UNKNOWN).showsTo("acme"))
                .isTrue();
    }

    @Test
    void theGoldenDisputeIsKeptOnceAndItsDecisionToo() {
        batch.add(message(Topics.DISPUTES, Policies.text("/golden/dispute-open.json")));
        batch.add(message(Topics.DISPUTES, Policies.text("/golden/dispute-upheld.json")));
        batch.add(message(Topics.DISPUTES, Policies.text("/golden/dispute-open.json")));

        Member member = batch.changes().member("m-1", Member.UNKNOWN);
        assertThat(member.disputes().values())
                .containsExactly(new Dispute(false, Instant.parse("2026-11-04T16:00:00Z")));
        assertThat(batch.deadLetters()).isEmpty();
    }

    @Test
    void theGoldenWithdrawalOfSocialScoringIsHeardOnceAndShowsNobodyAnything() {
        String withdrawal = Policies.text("/golden/consent-social.json");
        batch.add(message(Topics.CONSENTS, withdrawal));
        assertThat(batch.changes().isEmpty()).isFalse();
        assertThat(batch.changes().member("m-1", Member.UNKNOWN).showsTo("")).isFalse();
        members.put(batch.changes().members());

        Batch again = new Batch(new Judge(Policies.community()), members, NOW, true);
        again.add(message(Topics.CONSENTS, withdrawal));
        again.add(message(
                Topics.CONSENTS,
                withdrawal.replace("\"granted\":false,\"consentVersion\":2", "\"granted\":true,\"consentVersion\":3")));
        assertThat(again.changes().isEmpty()).isTrue();
        again.add(message(Topics.CONSENTS, withdrawal.replace("\"consentVersion\":2", "\"consentVersion\":4")));
        assertThat(again.changes().isEmpty()).isFalse();
        assertThat(again.deadLetters()).isEmpty();
    }

    @Test
    void aScoreTwiceInABatchIsJudgedOnce() {
        batch.add(message(Topics.SCORES, Policies.text("/golden/score.json")));
        batch.add(message(Topics.SCORES, Policies.text("/golden/score.json")));

        assertThat(batch.scores()).hasSize(1);
    }

    @Test
    void memoryIsNotTouchedBeforeTheCommit() {
        batch.add(message(Topics.SCORES, Policies.text("/golden/score.json")));

        assertThat(members.size()).isZero();
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "'\"score\":655', '\"score\":951', field score must be on the scale",
        "'\"score\":655', '\"score\":\"many\"', field score",
        "'\"version\":1', '\"version\":2', 'version 2, allowed: 1'",
        "'\"member\":\"m-1\",', '', field member is missing",
        "'\"member\":\"m-1\"', '\"member\":\"\"', field member is missing or has a wrong",
        "'\"sequence\":3', '\"sequence\":0', field sequence must be 1 or more",
        "'\"band\":\"good\"', '\"band\":\"superb\"', field band",
        "'}', '', not JSON"
    })
    void whatIsNotAScoreIsADeadLetterThatNamesNobody(String from, String to, String reason) {
        batch.add(message(Topics.SCORES, Policies.text("/golden/score.json").replace(from, to)));

        assertThat(batch.changes().isEmpty()).isTrue();
        assertThat(batch.deadLetters()).hasSize(1);
        DeadLetter letter = batch.deadLetters().getFirst();
        assertThat(letter.reason()).contains(reason).doesNotContain("m-1");
        assertThat(letter.topic()).isEqualTo(Topics.SCORES);
        assertThat(letter.offset()).isEqualTo(7);
    }

    private static ConsumerRecord<byte[], byte[]> message(String topic, String json) {
        return new ConsumerRecord<>(topic, 2, 7, new byte[0], json.getBytes(StandardCharsets.UTF_8));
    }
}
