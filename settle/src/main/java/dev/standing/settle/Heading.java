package dev.standing.settle;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The first line of ties, where it is none. Ids are any strings, so that nothing but the file of bases tells a heading from a tie
 * of two members who were forgotten there: whoever may have meant a tie is told what was passed over, or says that there is no heading.
 */
final class Heading {
    private final boolean expected;
    private final Bases bases;
    private String guessed = "";
    private long line;

    Heading(boolean expected, Bases bases) {
        this.expected = expected;
        this.bases = bases;
    }

    /** Whether a line is called as columns are, or is the first and names two strangers and no number as a weight. */
    boolean is(CsvRows.Row row) {
        List<String> fields = row.fields();
        if (!row.first() || !expected) {
            return false;
        }
        if (fields.size() == 3 && fields.getLast().equalsIgnoreCase("weight")) {
            return true;
        }
        boolean tie = fields.size() == 2 || (fields.size() == 3 && !Numbers.hasDigit(fields.get(2)));
        boolean strangers =
                tie && bases.find(fields.get(0)) == Bases.NOBODY && bases.find(fields.get(1)) == Bases.NOBODY;
        if (strangers) {
            guessed = String.join(",", fields);
            line = row.line();
        }
        return strangers;
    }

    /** What to tell of a heading that was guessed. */
    Optional<String> notice(Path file) {
        return guessed.isEmpty()
                ? Optional.empty()
                : Optional.of(file + " line " + line + " names no member who has a base and was taken for a heading: "
                        + guessed + ". Maybe it is a tie: then say --no-heading.");
    }
}
