package dev.standing.web.access;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is behind the bearer token of this request. */
@RequestScoped
public class Caller {
    private static final String PARTNER_CLAIM = "partner";

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    public boolean has(String role) {
        return token.getGroups() != null && token.getGroups().contains(role);
    }

    /** Whether this is the member {@code id} in person. */
    public boolean isMember(String id) {
        return has(Roles.MEMBER) && id.equals(token.getSubject());
    }

    /**
     * The partner that calls.
     *
     * @throws jakarta.ws.rs.ForbiddenException where the token names none
     */
    public String partner() {
        String partner = has(Roles.PARTNER) ? token.getClaim(PARTNER_CLAIM) : null;
        if (partner == null || partner.isBlank()) {
            throw new jakarta.ws.rs.ForbiddenException("the token names no partner");
        }
        return partner;
    }
}
