package dev.standing.ingest.records;

import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.admission.Reading;
import dev.standing.ingest.admission.RefusalReason;
import dev.standing.ingest.lines.LineWork;
import dev.standing.ingest.outcome.Outcome;
import dev.standing.web.problem.Problem;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Records of one partner, a line each. */
final class RecordLines implements LineWork<Reading> {
    private final RecordIntake intake;
    private final PartnerId partner;

    RecordLines(RecordIntake intake, PartnerId partner) {
        this.intake = intake;
        this.partner = partner;
    }

    @Override
    public Reading read(byte[] bytes, int from, int length) {
        return intake.read(partner, bytes, from, length);
    }

    @Override
    public Reading unreadable(Problem problem) {
        return new Reading.Refused(null, RefusalReason.MALFORMED, problem);
    }

    @Override
    public int answerLength(Reading reading) {
        return switch (reading) {
            case Reading.Valid valid -> USUAL_ANSWER_LENGTH;
            case Reading.Refused refused -> refused.problem().length();
        };
    }

    @Override
    public Uni<List<Outcome>> commit(List<Reading> chunk) {
        return intake.all(partner, chunk);
    }
}
