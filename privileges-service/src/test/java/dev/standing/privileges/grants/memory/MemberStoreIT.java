package dev.standing.privileges.grants.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.DisputeEvent;
import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import dev.standing.contracts.score.ScoreReason;
import dev.standing.database.Session;
import dev.standing.delivery.writer.Bench;
import dev.standing.delivery.writer.Writer;
import dev.standing.privileges.grants.ChangeStore;
import dev.standing.privileges.grants.Changes;
import dev.standing.privileges.grants.Consent;
import dev.standing.privileges.grants.Dispute;
import dev.standing.privileges.grants.Judge;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Verdict;
import dev.standing.privileges.policy.PerkPolicy;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What batches store is read as they left it in memory: whole, and then what has changed. */
@QuarkusTest
class MemberStoreIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MEMBERS = 40;

    @Inject
    MemberStore store;

    @Inject
    ChangeStore changes;

    @Inject
    PerkPolicy policy;

    @Inject
    Pool pool;

    @Inject
    Writer writer;

    private final Bench bench = new Bench();
    private final Random random = new Random(41);
    private final String prefix = "stored-" + System.nanoTime() + "-";
    private final Map<String, Member> known = new HashMap<>();
    private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @BeforeEach
    void awaitSchema() {
        Bench.await("leading", () -> writer.status().leads());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void allIsReadAsItWasLeftInMemory() {
        for (int batch = 0; batch < 12; batch++) {
            write();
        }

        MemberStore.Stored stored = load(null);

        assertThat(stored.isAll()).isTrue();
        known.forEach((id, member) -> assertThat(stored.members().find(id)).isEqualTo(member));
        assertThat(ending(stored)).isEqualTo(ending(known)).isNotEmpty();
        assertThat(tally(stored.members())).isEqualTo(tally(anew(stored)));
    }

    @Test
    void whatHasChangedSinceIsReadAndNoMore() {
        write();
        Mark mark = load(null).mark();
        assertThat(bystander(load(mark))).isNull();
        write();

        MemberStore.Stored stored = load(mark);

        assertThat(stored.isAll()).isFalse();
        assertThat(stored.members().size()).isPositive();
        stored.members().names().forEachRemaining(id -> {
            if (id.startsWith(prefix)) {
                assertThat(stored.members().find(id)).isEqualTo(known.get(id));
            }
        });
        assertThat(load(stored.mark()).isAll()).isFalse();
    }

    /** Of a member who did not change. */
    private @Nullable Member bystander(MemberStore.Stored stored) {
        return stored.members().find(prefix + 0);
    }

    @Test
    void whateverHandWritesARowItIsReadAndWhoIsDeletedIsNobody() {
        String id = prefix + "by-hand";
        Mark before = load(null).mark();
        bench.execute("insert into privileges.consent values ('" + id + "', 'acme', 1, true)");
        MemberStore.Stored inserted = load(before);
        bench.execute("update privileges.consent set version = 2, granted = false where member = '" + id + "'");
        MemberStore.Stored updated = load(inserted.mark());
        bench.execute("delete from privileges.consent where member = '" + id + "'");
        MemberStore.Stored deleted = load(updated.mark());

        Members members = new Members();
        members.take(inserted);
        assertThat(members.get(id).consents()).containsEntry("acme", new Consent(1, true));
        members.take(updated);
        assertThat(members.get(id).consents()).containsEntry("acme", new Consent(2, false));
        members.take(deleted);
        assertThat(members.find(id)).isNull();
    }

    @Test
    void whereNobodyCanTellWhatHasChangedAllIsRead() {
        Mark mark = load(null).mark();

        assertThat(load(new Mark(mark.position(), mark.at().minusMillis(1))).isAll())
                .as("a row of another history")
                .isTrue();
        assertThat(load(new Mark(mark.position() + 1_000_000, mark.at())).isAll())
                .as("a row that was lost")
                .isTrue();
    }

    @Test
    void whatIsOldGoesButForTheNewestOnWhichSomebodyMayStandWhoHadNothingToRead() {
        Mark older = load(null).mark();
        write();
        Mark quiet = load(null).mark();
        bench.execute(
                "update privileges.changed set at = at - interval '1 hour' where position <= " + quiet.position());

        bench.execute("do $$ begin for i in 1..300 loop insert into privileges.consent values ('" + prefix
                + "many-' || i, 'acme', 1, true); end loop; end $$");

        assertThat(load(anHourBefore(older)).isAll()).as("gone for its age").isTrue();
        assertThat(load(anHourBefore(quiet)).isAll())
                .as("as old, and the newest of these")
                .isFalse();
    }

    private static Mark anHourBefore(Mark mark) {
        return new Mark(mark.position(), mark.at().minus(1, ChronoUnit.HOURS));
    }

    @Test
    void aMemoryIsAsFarAsItsOwnTransactionWhereNobodyElseWrote() {
        Mark mark = load(null).mark();
        try (Session session = Session.open(pool, PATIENCE)) {
            session.transaction(() -> {
                assertThat(store.after(mark, session)).as("nothing was written").isEqualTo(mark);
                return mark;
            });
            Mark[] after = new Mark[1];
            session.transaction(() -> {
                session.run("insert into privileges.consent values ($1, 'acme', 1, true)", prefix + "own");
                after[0] = store.after(mark, session);
                return mark;
            });
            assertThat(after[0]).isEqualTo(load(null).mark()).isNotEqualTo(mark);
            bench.execute("insert into privileges.consent values ('" + prefix + "other', 'acme', 1, true)");
            session.transaction(() -> {
                session.run("insert into privileges.consent values ($1, 'acme', 1, true)", prefix + "own-too");
                assertThat(store.after(after[0], session))
                        .as("another wrote too")
                        .isNull();
                return mark;
            });
        }
    }

    private MemberStore.Stored load(@Nullable Mark mark) {
        return store.load(mark, PATIENCE, () -> {});
    }

    /** A batch of scores, consents and disputes of some members, a few days after the last. */
    private void write() {
        now = now.plus(random.nextInt(20), ChronoUnit.DAYS);
        Judge judge = new Judge(policy);
        Changes batch = new Changes();
        for (int i = 0; i < MEMBERS; i++) {
            String id = prefix + random.nextInt(1, MEMBERS);
            Member before = batch.member(id, known.getOrDefault(id, Member.UNKNOWN));
            switch (random.nextInt(6)) {
                case 0 -> {
                    String partner = "partner-" + random.nextInt(5);
                    Consent consent = new Consent(random.nextInt(1, 100), random.nextBoolean());
                    Member after = before.with(partner, consent);
                    if (!after.equals(before)) {
                        batch.consented(id, before, after, partner, consent, now);
                    }
                }
                case 1 -> {
                    DisputeEvent event = dispute(id, i);
                    batch.disputed(event, before.with(event.dispute(), Dispute.of(event)));
                }
                default -> {
                    ScoreEvent score = score(id, before.sequence() + 1);
                    Verdict verdict = judge.judge(before, score, now, true);
                    batch.judged(id, verdict.member(), verdict.changes(), now);
                    batch.scored(score);
                }
            }
        }
        try (Session session = Session.open(pool, PATIENCE)) {
            session.transaction(() -> changes.save(session, batch));
        }
        known.putAll(batch.members());
    }

    private DisputeEvent dispute(String id, int i) {
        return new DisputeEvent(
                Event.CURRENT_VERSION,
                "d-" + i + "-" + now.toEpochMilli() + id,
                new MemberId(id),
                new PartnerId("acme"),
                "r",
                "not-mine",
                DisputeEvent.State.OPEN,
                now,
                now.plusSeconds(60).plusNanos(1_000),
                now);
    }

    private ScoreEvent score(String id, long sequence) {
        int points = random.nextInt(500, 800);
        List<ScoreReason> reasons = random.nextInt(4) == 0
                ? null
                : List.of(new ScoreReason("LATE", "A part was \"late\", früher nicht.", 1 + random.nextInt(50)));
        return new ScoreEvent(
                Event.CURRENT_VERSION,
                new MemberId(id),
                sequence,
                points,
                points < 600 ? Band.FAIR : Band.GOOD,
                points,
                Band.GOOD,
                0,
                new DimensionPoints(Map.of("history", random.nextInt(200), "elsewhere", 7)),
                300,
                LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(300),
                "community/1",
                reasons,
                "record",
                now,
                // So that baselines since the first judgement are those since the score.
                now);
    }

    private Map<String, Member> ending(MemberStore.Stored stored) {
        Map<String, Member> ending = new HashMap<>();
        stored.members().forEachEnding((id, member) -> {
            if (id.startsWith(prefix)) {
                ending.put(id, member);
            }
        });
        return ending;
    }

    private static Map<String, Member> ending(Map<String, Member> members) {
        Map<String, Member> ending = new HashMap<>();
        MemberTable table = new MemberTable(0);
        members.forEach(table::put);
        table.forEachEnding(ending::put);
        return ending;
    }

    /** The same members, put one by one. */
    private static MemberTable anew(MemberStore.Stored stored) {
        MemberTable table = new MemberTable(0);
        stored.members().forEach(table::put);
        return table;
    }

    private Map<String, Long> tally(MemberTable table) {
        Map<String, Long> tally = new HashMap<>();
        policy.perks().forEach(perk -> {
            for (int tier = 0; tier <= perk.topTier(); tier++) {
                tally.put(perk.tier(tier).name() + perk.name(), table.holding(perk.index(), tier));
            }
        });
        return tally;
    }
}
