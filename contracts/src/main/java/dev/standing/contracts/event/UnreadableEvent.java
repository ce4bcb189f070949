package dev.standing.contracts.event;

/** A message that is not the event it should be. The text says why and holds nothing of the content. */
public final class UnreadableEvent extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String reason) {
        super(reason);
    }
}
