package dev.standing.local.test;

import dev.standing.local.token.Identity;
import java.time.Duration;

/** Signed tokens that the services under test accept, each good for an hour. */
public final class Tokens {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private Tokens() {}

    public static String partner(String partner) {
        return sign(Identity.partner(partner));
    }

    public static String member(String member) {
        return sign(Identity.member(member));
    }

    public static String analyst() {
        return sign(Identity.analyst());
    }

    public static String operator() {
        return sign(Identity.operator());
    }

    /** A token of any other make: an unknown role, a partner without an id. */
    public static String sign(Identity identity) {
        return TestStack.issuer().sign(identity, LIFETIME);
    }
}
