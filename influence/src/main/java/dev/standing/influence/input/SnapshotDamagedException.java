package dev.standing.influence.input;

import java.io.IOException;

/** A file that is not a whole snapshot; the message says what is wrong with it. */
public final class SnapshotDamagedException extends IOException {
    private static final long serialVersionUID = 1;

    public SnapshotDamagedException(String message) {
        super(message);
    }
}
