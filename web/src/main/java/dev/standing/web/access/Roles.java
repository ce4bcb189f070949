package dev.standing.web.access;

/** The values of the token's claim {@code groups}. */
public final class Roles {
    public static final String PARTNER = "partner";
    public static final String MEMBER = "member";
    public static final String ANALYST = "analyst";
    public static final String OPERATOR = "operator";

    private Roles() {}
}
