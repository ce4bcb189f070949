package dev.standing.privileges.webhooks.endpoints;

import java.util.Locale;

/** Whether events go to an endpoint. */
enum State {
    /** Nobody has shown yet to hold the secret there. */
    UNPROVED,
    ACTIVE,
    /** By the partner, or because it failed; what is for it is kept. */
    DISABLED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
