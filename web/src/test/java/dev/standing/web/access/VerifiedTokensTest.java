package dev.standing.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final VerifiedTokens tokens = new VerifiedTokens(now::get);

    /** A token that ends at an instant. */
    private record Token(Instant end) implements JsonWebToken {
        @Override
        public String getName() {
            return "ada";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of(Claims.exp.name());
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface's own way
        public <T> @Nullable T getClaim(String name) {
            return name.equals(Claims.exp.name()) ? (T) (Long) end.getEpochSecond() : null;
        }
    }

    @Test
    void tokenIsKnownUntilItEnds() {
        Token token = new Token(START.plusSeconds(60));
        tokens.remember("a.b.c", token);

        assertThat(tokens.find("a.b.c")).isSameAs(token);
        assertThat(tokens.find("a.b.d")).isNull();
        now.set(START.plusSeconds(59));
        assertThat(tokens.find("a.b.c")).isSameAs(token);
        now.set(START.plusSeconds(60));
        assertThat(tokens.find("a.b.c")).isNull();
    }

    @Test
    void tokenOfADayIsVerifiedAnewAfterTenMinutes() {
        tokens.remember("a.b.c", new Token(START.plus(Duration.ofDays(1))));

        now.set(START.plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(tokens.find("a.b.c")).isNotNull();
        now.set(START.plus(Duration.ofMinutes(10)));
        assertThat(tokens.find("a.b.c")).isNull();
    }

    @Test
    void tokenThatEndedIsNotRemembered() {
        tokens.remember("a.b.c", new Token(START.minusSeconds(30)));

        assertThat(tokens.find("a.b.c")).isNull();
    }
}
