package dev.standing.web.access;

import dev.standing.contracts.identity.Ids;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.web.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who is behind the bearer token of the request that is being answered: of each its own, on whatever thread. */
@Singleton
public class Caller {
    private static final String PARTNER_CLAIM = "partner";
    private static final String MEMBER_CLAIM = "sub";

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    public boolean has(String role) {
        @Nullable Set<String> roles = token.getGroups();
        return roles != null && roles.contains(role);
    }

    /**
     * Whether this is the member {@code id} in person.
     *
     * @throws ProblemException 403 where a member's token has a subject that is no id
     */
    public boolean isMember(MemberId id) {
        return has(Roles.MEMBER) && id.value().equals(id(MEMBER_CLAIM));
    }

    /**
     * The partner that calls.
     *
     * @throws ProblemException 403 where the token is no partner's, or names none by an id
     */
    public PartnerId partner() {
        if (!has(Roles.PARTNER)) {
            throw ProblemException.forbidden("forbidden", "The token's role may not call this");
        }
        return new PartnerId(id(PARTNER_CLAIM));
    }

    /** Whom to count by what is taken, partner or person; all whose tokens say neither are one. */
    public String name() {
        Object partner = token.getClaim(PARTNER_CLAIM);
        return partner instanceof String ? PARTNER_CLAIM + " " + partner : "person " + token.getSubject();
    }

    /** What a claim holds is the identity provider's fault and not the caller's secret: it is named, not repeated. */
    private String id(String claim) {
        @Nullable Object value = token.getClaim(claim);
        if (value instanceof String id && Ids.isId(id)) {
            return id;
        }
        throw ProblemException.forbidden(
                "claim", "The token's claim " + claim + " is not an id; allowed: " + Ids.ALLOWED);
    }
}
