package dev.standing.acceptance.client;

import org.jspecify.annotations.Nullable;

/** Who calls, as the token says. */
public record Who(String role, String subject, @Nullable String partner) {
    public static Who partner(String id) {
        return new Who("partner", "partner:" + id, id);
    }

    public static Who member(String id) {
        return new Who("member", id, null);
    }

    public static Who analyst() {
        return new Who("analyst", "analyst:test", null);
    }

    public static Who operator() {
        return new Who("operator", "operator:test", null);
    }
}
