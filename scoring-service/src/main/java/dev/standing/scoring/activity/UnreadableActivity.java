package dev.standing.scoring.activity;

/**
 * What is stored of a member's activity cannot be read: by a release that knows another form, or because it is damaged. That is no message's
 * fault, so none is passed over for it.
 */
final class UnreadableActivity extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableActivity(String what) {
        super("Packed activity " + what);
    }
}
