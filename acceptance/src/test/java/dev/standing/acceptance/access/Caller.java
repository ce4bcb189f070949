package dev.standing.acceptance.access;

import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Tokens;
import dev.standing.acceptance.client.Who;
import dev.standing.stack.http.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody who may stand at a door, with a good token or a bad one. */
enum Caller {
    PARTNER,
    OTHER_PARTNER,
    MEMBER,
    OTHER_MEMBER,
    ANALYST,
    OPERATOR,
    NOBODY,
    NO_TOKEN_AT_ALL,
    EXPIRED,
    WRONG_SIGNATURE,
    WRONG_ISSUER,
    WRONG_AUDIENCE,
    TOO_LONG_LIVED,
    UNSIGNED;

    private static final Tokens STRANGER = Tokens.ofStranger();

    /** Who holds a good token: the columns of the table. */
    static final List<Caller> KNOWN = List.of(PARTNER, OTHER_PARTNER, MEMBER, OTHER_MEMBER, ANALYST, OPERATOR);

    /** Whoever holds a bad token claims to be the operator, who may do most. */
    Client at(Standing standing, Cast cast) {
        return new Client(standing.suite(), token(standing.tokens(), cast));
    }

    private @Nullable String token(Tokens tokens, Cast cast) {
        return switch (this) {
            case PARTNER -> tokens.of(Who.partner(cast.partner()));
            case OTHER_PARTNER -> tokens.of(Who.partner(cast.otherPartner()));
            case MEMBER -> tokens.of(Who.member(cast.member()));
            case OTHER_MEMBER -> tokens.of(Who.member(cast.otherMember()));
            case ANALYST -> tokens.of(Who.analyst());
            case OPERATOR -> tokens.of(Who.operator());
            case NOBODY -> null;
            case NO_TOKEN_AT_ALL -> "x";
            case EXPIRED -> tokens.expired(Who.operator());
            case WRONG_SIGNATURE -> STRANGER.of(Who.operator());
            case WRONG_ISSUER -> tokens.with(Who.operator(), Map.of("iss", "https://somebody.example"));
            case WRONG_AUDIENCE -> tokens.with(Who.operator(), Map.of("aud", "somebody-else"));
            case TOO_LONG_LIVED ->
                tokens.with(
                        Who.operator(),
                        Map.of("exp", Instant.now().plus(Duration.ofDays(2)).getEpochSecond()));
            case UNSIGNED -> tokens.unsigned(Who.operator());
        };
    }
}
