package dev.standing.ingest.lines;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.web.problem.ProblemException;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places(2, 3);

    @Test
    void aSenderHasItsPlacesAndNoMoreUntilOneIsGivenBack() {
        places.take("acme");
        places.take("acme");
        assertRefused("acme", 429);
        places.take("globex");

        places.giveBack("acme");

        assertThatCode(() -> places.take("acme")).doesNotThrowAnyException();
    }

    @Test
    void allTogetherHaveTheirPlacesToo() {
        places.take("acme");
        places.take("globex");
        places.take("initech");
        assertRefused("umbrella", 503);

        places.giveBack("globex");

        assertThatCode(() -> places.take("umbrella")).doesNotThrowAnyException();
    }

    private void assertRefused(String sender, int status) {
        assertThatThrownBy(() -> places.take(sender))
                .isInstanceOfSatisfying(ProblemException.class, refused -> org.assertj.core.api.Assertions.assertThat(
                                refused.problem().status())
                        .isEqualTo(status));
    }
}
