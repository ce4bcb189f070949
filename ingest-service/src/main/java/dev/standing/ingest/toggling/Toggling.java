package dev.standing.ingest.toggling;

import dev.standing.contracts.identity.MemberId;
import dev.standing.ingest.setup.IngestConfig;
import dev.standing.web.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Bounds how often a day, in UTC, somebody grants the same: a member, and beside them the operators who act for them. Whoever moves a tie or a consent back and forth makes others' scores move, and
 * watches their own; a few changes of mind a day are enough for anybody who means it. Ending and withdrawing are not counted: they never
 * wait, and are as often as what they end.
 */
@Singleton
public class Toggling {
    /** A day that another process's clock has begun already is not begun anew. */
    private static final String COUNT = """
            insert into ingest.grant_count as g (kind, member, other, day, times) values (?1, ?2, ?3, ?4, 1)
            on conflict (kind, member, other) do update
            set times = case when g.day in (excluded.day, excluded.day + 1) then g.times + 1 else 1 end,
                day = case when g.day = excluded.day + 1 then g.day else excluded.day end
            where g.day not in (excluded.day, excluded.day + 1) or g.times < ?5
            """;

    private static final String TIE = "The same tie is asked for or confirmed";

    private final int mostPerDay;
    private final Clock clock;

    Toggling(IngestConfig config, Clock clock) {
        this.mostPerDay = config.grantsPerDay();
        this.clock = clock;
    }

    /** For what is taken however often it comes. */
    public static Uni<Void> unbounded() {
        return Uni.createFrom().voidItem();
    }

    /** A member asks for a tie, or asks again with another weight. In the caller's transaction. */
    public Uni<Void> ask(MemberId member, MemberId other) {
        return count("tie", member, other.value(), TIE);
    }

    /** A member confirms what the other asked for, which is not kept from them by how often they asked. In the caller's transaction. */
    public Uni<Void> confirm(MemberId member, MemberId other) {
        return count("confirmation", member, other.value(), TIE);
    }

    /**
     * A member gives a permission. In the caller's transaction.
     *
     * @param inPerson false where an operator does so for them, which takes nothing from what they may do themselves
     * @param purpose its code
     * @param partner to whom; empty where it is to nobody in particular
     */
    public Uni<Void> permit(boolean inPerson, MemberId member, String purpose, String partner) {
        return count(inPerson ? purpose : purpose + " by operator", member, partner, "The same permission is given");
    }

    /** Fails with 429 where the day's last is used up: the transaction, and with it what was to be granted, is undone. */
    private Uni<Void> count(String kind, MemberId member, String other, String what) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT)
                        .setParameter(1, kind)
                        .setParameter(2, member.value())
                        .setParameter(3, other)
                        .setParameter(4, today)
                        .setParameter(5, mostPerDay)
                        .executeUpdate())
                .invoke(counted -> {
                    if (counted == 0) {
                        throw tooOften(what, now, today);
                    }
                })
                .replaceWithVoid();
    }

    private ProblemException tooOften(String what, Instant now, LocalDate today) {
        Instant tomorrow = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return ProblemException.tooOften(
                what + " too often; allowed: " + mostPerDay + " times a day, again from " + tomorrow
                        + ". It can be ended at any time",
                Duration.between(now, tomorrow));
    }
}
