package dev.standing.local.token;

/** Whom a token speaks for; {@code partner} is empty for everybody but partners. */
public record Identity(String role, String subject, String partner) {

    public static Identity partner(String partner) {
        return new Identity("partner", "partner:" + partner, partner);
    }

    public static Identity member(String member) {
        return new Identity("member", member, "");
    }

    public static Identity analyst() {
        return new Identity("analyst", "analyst:local", "");
    }

    public static Identity operator() {
        return new Identity("operator", "operator:local", "");
    }
}
