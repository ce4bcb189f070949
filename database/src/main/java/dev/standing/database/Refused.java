package dev.standing.database;

/** This database will not do, however often it is tried: whoever operates the service has to set it right. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
