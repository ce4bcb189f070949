package dev.standing.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.standing.web.problem.ProblemException;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownTokenTest {
    private int reads;
    private @Nullable String name = "shop";

    /** The platform's, which reads a claim anew each time. */
    private final JsonWebToken verified = new JsonWebToken() {
        @Override
        @SuppressWarnings("NullAway") // as the platform's
        public String getName() {
            return name;
        }

        @Override
        public Set<String> getGroups() {
            return Set.of(Roles.PARTNER);
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("partner", "exp", "sub");
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface's own way
        public <T> @Nullable T getClaim(String name) {
            reads++;
            return switch (name) {
                case "partner" -> (T) "shop";
                case "exp" -> (T) (Long) 17L;
                default -> null;
            };
        }
    };

    @Test
    void saysWhatWasVerifiedAndReadsItOnce() {
        JsonWebToken known = new KnownToken(verified);
        int readOnce = reads;

        assertThat(known.getName()).isEqualTo("shop");
        assertThat(known.getGroups()).containsExactly(Roles.PARTNER);
        assertThat(known.<String>getClaim("partner")).isEqualTo("shop");
        assertThat(known.getExpirationTime()).isEqualTo(17);
        assertThat(known.getSubject()).isNull();
        assertThat(known.<Object>getClaim("nothing")).isNull();
        assertThat(known.getClaimNames()).containsExactlyInAnyOrder("partner", "exp");
        assertThat(reads).isEqualTo(readOnce);
    }

    @Test
    void whoseNameATokenDoesNotSayIsTheCallerThatNobodyKnows() {
        name = null;

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new KnownToken(verified))
                .satisfies(refused -> {
                    assertThat(refused.problem().status()).isEqualTo(401);
                    assertThat(refused.problem().detail()).contains("claim sub is missing");
                });
    }
}
