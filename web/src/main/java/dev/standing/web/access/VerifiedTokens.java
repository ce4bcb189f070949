package dev.standing.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.standing.web.cache.Caches;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What tokens say that were verified, by the digest of the token: verifying a signature costs more than all the rest of a check.
 * Until a token ends, and no longer than ten minutes, so that a key that the issuer takes away is soon without effect. Any thread.
 */
final class VerifiedTokens {
    private static final int MOST_TOKENS = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Cache<ByteBuffer, JsonWebToken> byDigest;

    VerifiedTokens(InstantSource time) {
        // By the time that tokens are counted with, and not by the machine's: a clock put forward ends them.
        byDigest = Caches.untilItsTime(
                        Expiry.<ByteBuffer, JsonWebToken>writing((digest, token) -> left(token, time)), MOST_TOKENS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(time.millis()))
                .build();
    }

    @Nullable
    JsonWebToken find(String token) {
        return byDigest.getIfPresent(digest(token));
    }

    void remember(String token, JsonWebToken verified) {
        byDigest.put(digest(token), verified);
    }

    private static Duration left(JsonWebToken token, InstantSource time) {
        long millis = TimeUnit.SECONDS.toMillis(token.getExpirationTime()) - time.millis();
        return Duration.ofMillis(Math.clamp(millis, 0, LONGEST.toMillis()));
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
