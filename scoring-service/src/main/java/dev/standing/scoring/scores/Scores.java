package dev.standing.scoring.scores;

import dev.standing.contracts.identity.MemberId;
import dev.standing.scoring.policy.Policies;
import dev.standing.scoring.scorecard.Scorecard;
import dev.standing.scoring.scorecard.document.PublishedScorecard;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Period;
import dev.standing.web.access.Roles;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Scores as the caller may see them. What is not theirs to see looks as if it were not there. */
@RequestScoped
class Scores {
    private final Caller caller;
    private final ScoreReader reader;
    private final Policies policies;

    Scores(Caller caller, ScoreReader reader, Policies policies) {
        this.caller = caller;
        this.reader = reader;
        this.policies = policies;
    }

    Uni<ScoreAnswer> score(MemberId member) {
        return snapshotForAnybody(member).map(by(ScoreAnswer::of));
    }

    Uni<ScoreExplanation> explanation(MemberId member) {
        requireSelfOrOperator(member);
        return known(member)
                .map(by((snapshot, scorecard) -> ScoreExplanation.of(snapshot, scorecard, policies.influence())));
    }

    Uni<ScoreHistory> history(MemberId member, @Nullable String from, @Nullable String to) {
        requireSelfOrOperator(member);
        Period period = Period.of(from, to);
        return known(member)
                .chain(known -> reader.history(member, period, ScoreHistory.MOST_CHANGES + 1))
                .map(changes -> ScoreHistory.of(member.value(), changes));
    }

    Uni<ScoreReads> reads(MemberId member, @Nullable String from, @Nullable String to) {
        requireSelfOrOperator(member);
        Period period = Period.of(from, to);
        return reader.reads(member, period, ScoreReads.MOST_READS + 1)
                .map(found -> ScoreReads.of(member.value(), found));
    }

    private Uni<Snapshot> snapshotForAnybody(MemberId member) {
        if (caller.has(Roles.OPERATOR) || caller.isMember(member)) {
            return known(member);
        }
        if (caller.has(Roles.PARTNER)) {
            return reader.snapshotFor(caller.partner(), member)
                    .onItem()
                    .ifNull()
                    .switchTo(this::nobody);
        }
        throw ProblemException.notFound("The member");
    }

    private Uni<Snapshot> known(MemberId member) {
        return reader.snapshot(member).onItem().ifNull().failWith(() -> ProblemException.notFound("The member"));
    }

    /** Why a partner sees nobody of that name: the same whoever is a member. */
    private Uni<Snapshot> nobody() {
        return reader.hearsConsents().map(hears -> {
            throw hears ? ProblemException.notFound("The member") : ProblemException.unheard();
        });
    }

    private void requireSelfOrOperator(MemberId member) {
        if (!caller.has(Roles.OPERATOR) && !caller.isMember(member)) {
            throw ProblemException.notFound("The member");
        }
    }

    @FunctionalInterface
    private interface Telling<T> {
        T of(Snapshot snapshot, Scorecard scorecard);
    }

    private <T> Function<Snapshot, T> by(Telling<T> telling) {
        return snapshot -> {
            PublishedScorecard published = policies.scorecard(snapshot.scorecard());
            if (published == null) {
                throw ProblemException.unavailable("Scores are being moved to another scorecard");
            }
            return telling.of(snapshot, published.scorecard());
        };
    }
}
