package dev.standing.influence.snapshot;

import java.io.IOException;

/** A file that is not a whole snapshot; the message says what is wrong with it. */
public final class SnapshotDamagedException extends IOException {
    private static final long serialVersionUID = 1;

    SnapshotDamagedException(String message) {
        super(message);
    }
}
