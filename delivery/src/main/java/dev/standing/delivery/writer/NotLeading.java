package dev.standing.delivery.writer;

import org.jspecify.annotations.Nullable;

/** This process is not the one that writes, or no longer: the command had no effect, or its transaction failed. */
public final class NotLeading extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotLeading(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
