package dev.standing.ingest.records;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.ingest.door.Reading;
import dev.standing.ingest.door.RecordReader;
import dev.standing.ingest.door.RefusalReason;
import dev.standing.ingest.door.Refusals;
import dev.standing.ingest.ledger.GroupCommit;
import dev.standing.ingest.ledger.Ledger;
import dev.standing.ingest.ledger.Submission;
import dev.standing.ingest.ledger.Verdict;
import dev.standing.ingest.lines.Outcome;
import dev.standing.ingest.relay.Relays;
import dev.standing.web.problem.Problem;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** From bytes to outcomes: reads, judges, commits, and counts what was turned away. */
@ApplicationScoped
class RecordIntake {
    private final RecordReader reader;
    private final Ledger ledger;
    private final Refusals refusals;
    private final Relays relays;

    RecordIntake(Ledger ledger, Refusals refusals, Relays relays, Clock clock) {
        reader = new RecordReader(BehaviourCatalogue.load(), clock);
        this.ledger = ledger;
        this.refusals = refusals;
        this.relays = relays;
    }

    Reading read(String partner, byte[] bytes, int from, int length) {
        return reader.one(partner, bytes, from, length);
    }

    /** One record; its commit is shared with what else has just arrived. */
    Uni<Outcome> one(String partner, byte[] body) {
        return switch (reader.one(partner, body, 0, body.length)) {
            case Reading.Refused refused -> Uni.createFrom().item(refuse(partner, refused));
            case Reading.Valid valid ->
                Uni.createFrom()
                        .completionStage(() -> ledger.accept(valid.submission()))
                        .onFailure()
                        .transform(RecordIntake::unavailable)
                        .map(verdict -> {
                            relays.nudgeLedger();
                            return outcome(valid.submission(), verdict);
                        });
        };
    }

    /** An array of records. */
    Uni<List<Outcome>> batch(String partner, byte[] body) {
        return all(partner, readAll(partner, body)).onFailure().transform(RecordIntake::unavailable);
    }

    private List<Reading> readAll(String partner, byte[] body) {
        try {
            return reader.many(partner, body);
        } catch (ProblemException e) {
            refusals.count(partner, RefusalReason.MALFORMED);
            throw e;
        }
    }

    /** Commits all that may be in one group; one outcome each, in order. */
    Uni<List<Outcome>> all(String partner, List<Reading> readings) {
        List<Submission> submissions = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            if (reading instanceof Reading.Valid valid) {
                submissions.add(valid.submission());
            }
        }
        if (submissions.isEmpty()) {
            return Uni.createFrom().item(outcomes(partner, readings, List.of()));
        }
        return Uni.createFrom()
                .completionStage(() -> ledger.acceptAll(submissions))
                .map(verdicts -> {
                    relays.nudgeLedger();
                    return outcomes(partner, readings, verdicts);
                });
    }

    private List<Outcome> outcomes(String partner, List<Reading> readings, List<Verdict> verdicts) {
        Iterator<Verdict> verdict = verdicts.iterator();
        List<Outcome> outcomes = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            outcomes.add(
                    switch (reading) {
                        case Reading.Valid valid -> outcome(valid.submission(), verdict.next());
                        case Reading.Refused refused -> refuse(partner, refused);
                    });
        }
        return outcomes;
    }

    private Outcome refuse(String partner, Reading.Refused refused) {
        refusals.count(partner, refused.reason());
        return Outcome.of(refused.id(), Outcome.REFUSED, refused.problem());
    }

    private Outcome outcome(Submission submission, Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> Outcome.of(submission.id(), "accepted");
            case DUPLICATE -> Outcome.of(submission.id(), "duplicate");
            case CONFLICT -> {
                refusals.count(submission.partner(), RefusalReason.CONFLICT);
                yield Outcome.of(submission.id(), "conflict", conflict(submission));
            }
            case NO_CONSENT -> {
                refusals.count(submission.partner(), RefusalReason.CONSENT);
                yield Outcome.of(submission.id(), Outcome.REFUSED, noConsent());
            }
        };
    }

    private static Problem conflict(Submission submission) {
        return ProblemException.conflict(
                        "id-taken",
                        "id " + submission.id() + " is taken by a record of other content. Maybe a new id is meant")
                .problem();
    }

    private static Problem noConsent() {
        return ProblemException.forbidden("no-consent", "The member does not allow this partner to send records")
                .problem();
    }

    private static Throwable unavailable(Throwable failure) {
        if (failure instanceof GroupCommit.QueueFull) {
            return ProblemException.unavailable("Too many records wait to be written; try again in a moment");
        }
        return ProblemException.unavailable("The record may not have been taken; send it again, it will count once");
    }
}
