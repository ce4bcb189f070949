package dev.standing.contracts.policy;

/** A policy document that cannot be used. The text begins with the document, the line and the path. */
public final class InvalidPolicy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidPolicy(String document, int line, String path, String problem) {
        super(document + ", line " + line + (path.isEmpty() ? "" : " (" + path + ")") + ": " + problem);
    }
}
