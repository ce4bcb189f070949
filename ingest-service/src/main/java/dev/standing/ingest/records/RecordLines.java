package dev.standing.ingest.records;

import dev.standing.ingest.door.Reading;
import dev.standing.ingest.door.RefusalReason;
import dev.standing.ingest.lines.LineWork;
import dev.standing.ingest.lines.Outcome;
import dev.standing.web.problem.Problem;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Records of one partner, a line each. */
final class RecordLines implements LineWork<Reading> {
    private final RecordIntake intake;
    private final String partner;

    RecordLines(RecordIntake intake, String partner) {
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
    public CompletionStage<List<Outcome>> commit(List<Reading> chunk) {
        return intake.all(partner, chunk).subscribeAsCompletionStage();
    }
}
