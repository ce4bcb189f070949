package dev.standing.settle;

import java.util.List;

/** Input that cannot be used: what is wrong and where, a line for each fault, for the person who wrote it. */
final class RefusedInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedInput(String fault) {
        super(fault);
    }

    RefusedInput(List<String> faults) {
        this(String.join("\n", faults));
    }
}
