package dev.standing.settle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first faults of a file; after so many nobody reads on. */
final class Faults {
    private static final int MOST = 20;

    private final Path file;
    private final List<String> found = new ArrayList<>();

    Faults(Path file) {
        this.file = file;
    }

    /** Notes what is wrong on a line; refuses the file at once when it is the last that will be told. */
    void add(long line, String problem) {
        found.add(file + ", line " + line + ": " + problem);
        if (found.size() == MOST) {
            found.add("… and maybe more.");
            throw new RefusedInput(found);
        }
    }

    /** What is wrong with a row of so many fields. */
    static String count(List<String> fields, String allowed) {
        boolean others = fields.size() == 1 && fields.getFirst().matches(".*[ ;|].*");
        return "has " + fields.size() + " fields; allowed: " + allowed
                + (others ? ". Maybe other characters are between them: commas or tabs are read." : "");
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new RefusedInput(found);
        }
    }
}
