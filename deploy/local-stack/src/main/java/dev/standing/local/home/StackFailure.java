package dev.standing.local.home;

/** The stack cannot do what it was asked to; the message is one line that says why and what to do. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StackFailure(String message) {
        super(message);
    }

    /** What to show. */
    public String line() {
        return String.valueOf(getMessage());
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
