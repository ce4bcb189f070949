package dev.standing.web.access;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Has the platform verify a token when it comes first, and remembers what it said. What was refused is read again each time. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public abstract class RememberingParser implements JWTParser {
    private final InstantSource time = InstantSource.system();
    private final VerifiedTokens verified = new VerifiedTokens(time);

    @ConfigProperty(name = "smallrye.jwt.time-to-live")
    long longestSeconds;

    @ConfigProperty(name = "mp.jwt.verify.clock.skew", defaultValue = "60")
    long skewSeconds;

    @Inject
    @Delegate
    @SuppressWarnings("NullAway.Init") // set by the container
    JWTParser platform;

    @Override
    public JsonWebToken parse(String token) throws ParseException {
        JsonWebToken known = verified.find(token);
        if (known != null) {
            return known;
        }
        JsonWebToken read = read(token);
        verified.remember(token, read);
        return read;
    }

    private JsonWebToken read(String token) throws ParseException {
        try {
            return verify(token);
        } catch (IllegalArgumentException | StackOverflowError e) {
            // A number that no double holds, what is nested a thousand times: an issuer may sign what others wrote.
            throw new ParseException("The claims cannot be read", e);
        }
    }

    private JsonWebToken verify(String token) throws ParseException {
        try {
            JsonWebToken read = platform.parse(token);
            requireEndSoon(read);
            Claims.require(token);
            return new KnownToken(read);
        } catch (ClassCastException e) {
            // After it has verified the token, the platform takes claims for what they should be.
            Claims.require(token);
            throw e;
        } catch (ParseException e) {
            if (isOfItsClaims(e)) {
                Claims.require(token);
            }
            throw e;
        }
    }

    /** The platform looks at claims only where the signature is the issuer's. */
    private static boolean isOfItsClaims(ParseException refusal) {
        return refusal.getCause() instanceof InvalidJwtException why && why.hasErrorCode(ErrorCodes.MALFORMED_CLAIM);
    }

    /** By the clock of here: the platform counts from when a token says that it was issued, and a token may say anything. */
    private void requireEndSoon(JsonWebToken token) throws ParseException {
        long latest = time.instant().getEpochSecond() + longestSeconds + skewSeconds;
        if (token.getExpirationTime() > latest) {
            throw new ParseException("The token is good for longer than " + longestSeconds + " s");
        }
    }
}
