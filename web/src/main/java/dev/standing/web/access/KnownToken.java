package dev.standing.web.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says, read once. The platform's own reads a claim anew each time that it is asked, and throws and catches where
 * the claim is none that it knows by itself, as a partner's is: several times for each call. Never changed, any thread.
 */
final class KnownToken implements JsonWebToken {
    private final String name;
    private final @Nullable Set<String> groups;
    private final Map<String, Object> claims;

    KnownToken(JsonWebToken verified) {
        name = Claims.name(verified);
        Set<String> verifiedGroups = verified.getGroups();
        groups = verifiedGroups == null ? null : Set.copyOf(verifiedGroups);
        Map<String, Object> read = new HashMap<>();
        for (String claim : verified.getClaimNames()) {
            Object value = verified.getClaim(claim);
            if (value != null) {
                read.put(claim, value);
            }
        }
        claims = Map.copyOf(read);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public @Nullable Set<String> getGroups() {
        return groups;
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.keySet();
    }

    /** Whoever asks says the type, as with any other token. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getClaim(String claim) {
        return (T) claims.get(claim);
    }
}
