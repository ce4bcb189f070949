package dev.standing.local.postgres;

/** A service's role, which owns the schema of the same name and sees no other. */
public record Role(String name, String password) {
    public Role {
        if (!name.matches("[a-z]{1,30}")) {
            throw new IllegalArgumentException("name: " + name + " is not of 1 to 30 letters a-z");
        }
        if (!password.matches("[A-Za-z0-9_-]{16,100}")) {
            throw new IllegalArgumentException("password of " + name + " is not of 16 to 100 URL-safe characters");
        }
    }
}
