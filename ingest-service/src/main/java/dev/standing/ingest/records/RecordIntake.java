package dev.standing.ingest.records;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.admission.Reading;
import dev.standing.ingest.admission.RecordReader;
import dev.standing.ingest.admission.RefusalReason;
import dev.standing.ingest.admission.Refusals;
import dev.standing.ingest.ledger.GroupCommit;
import dev.standing.ingest.ledger.Ledger;
import dev.standing.ingest.ledger.Submission;
import dev.standing.ingest.outcome.Outcome;
import dev.standing.ingest.outcome.OutcomeState;
import dev.standing.ingest.relay.Relays;
import dev.standing.web.problem.ProblemException;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * From bytes to outcomes: reads, judges, commits, and counts what was turned away. Made at start, so that a catalogue that cannot be
 * read refuses the start.
 */
@ApplicationScoped
@Startup
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

    Reading read(PartnerId partner, byte[] bytes, int from, int length) {
        return reader.one(partner, bytes, from, length);
    }

    /** One record; its commit is shared with what else has just arrived. */
    Uni<Outcome> one(PartnerId partner, byte[] body) {
        return switch (reader.one(partner, body, 0, body.length)) {
            case Reading.Refused refused -> Uni.createFrom().item(refuse(partner, refused));
            case Reading.Valid valid ->
                ledger.accept(valid.submission())
                        .onFailure()
                        .transform(RecordIntake::unavailable)
                        .map(state -> {
                            relays.nudgeLedger();
                            return outcome(valid.submission(), state);
                        });
        };
    }

    /** An array of records. */
    Uni<List<Outcome>> batch(PartnerId partner, byte[] body) {
        return all(partner, readAll(partner, body)).onFailure().transform(RecordIntake::unavailable);
    }

    private List<Reading> readAll(PartnerId partner, byte[] body) {
        try {
            return reader.many(partner, body);
        } catch (ProblemException e) {
            refusals.count(partner, RefusalReason.MALFORMED);
            throw e;
        }
    }

    /** Commits all that may be in one group; one outcome each, in order. */
    Uni<List<Outcome>> all(PartnerId partner, List<Reading> readings) {
        List<Submission> submissions = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            if (reading instanceof Reading.Valid valid) {
                submissions.add(valid.submission());
            }
        }
        if (submissions.isEmpty()) {
            return Uni.createFrom().item(outcomes(partner, readings, List.of()));
        }
        return ledger.acceptAll(submissions).map(states -> {
            relays.nudgeLedger();
            return outcomes(partner, readings, states);
        });
    }

    private List<Outcome> outcomes(PartnerId partner, List<Reading> readings, List<OutcomeState> states) {
        Iterator<OutcomeState> state = states.iterator();
        List<Outcome> outcomes = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            outcomes.add(
                    switch (reading) {
                        case Reading.Valid valid -> outcome(valid.submission(), state.next());
                        case Reading.Refused refused -> refuse(partner, refused);
                    });
        }
        return outcomes;
    }

    private Outcome refuse(PartnerId partner, Reading.Refused refused) {
        refusals.count(partner, refused.reason());
        return Outcome.refused(refused.id(), refused.problem());
    }

    private Outcome outcome(Submission submission, OutcomeState state) {
        return switch (state) {
            case ACCEPTED, DUPLICATE, RETRACTED -> Outcome.of(submission.id(), state);
            case CONFLICT -> {
                refusals.count(submission.partner(), RefusalReason.CONFLICT);
                yield Outcome.of(submission.id(), state, conflict(submission));
            }
            case REFUSED -> {
                refusals.count(submission.partner(), RefusalReason.CONSENT);
                yield Outcome.of(submission.id(), state, noConsent());
            }
            case FAILED -> Outcome.of(submission.id(), state, unavailable());
            case SCORED, CREATED, KNOWN -> throw new IllegalStateException("the ledger does not say " + state);
        };
    }

    private static ProblemException conflict(Submission submission) {
        return ProblemException.conflict(
                "id-taken",
                "id " + submission.id() + " is taken by a record of other content. Maybe a new id is meant");
    }

    private static ProblemException noConsent() {
        return ProblemException.forbidden("no-consent", "The member does not allow this partner to send records");
    }

    private static ProblemException unavailable() {
        return ProblemException.unavailable("The record may not have been taken; send it again, it will count once");
    }

    private static Throwable unavailable(Throwable failure) {
        return failure instanceof GroupCommit.QueueFull
                ? ProblemException.unavailable("Too many records wait to be written; try again in a moment")
                : unavailable();
    }
}
