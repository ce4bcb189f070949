package dev.standing.web.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.web.problem.ProblemException;
import org.junit.jupiter.api.Test;

class SharesTest {
    private final Shares streams = new Shares("streams", 20, 30);

    @Test
    void aCallerHasItsShareAndNoMoreUntilSomeIsGivenBack() {
        streams.take("acme", 5);
        streams.take("acme", 15);
        assertRefused("acme", 1, 429);
        streams.take("globex", 10);

        streams.giveBack("acme", 5);

        assertRefused("acme", 6, 429);
        assertThatCode(() -> streams.take("acme", 5)).doesNotThrowAnyException();
    }

    @Test
    void aShareThatIsGivenBackIsGivenBackOnce() {
        Share share = streams.of("acme");
        share.take(5);
        share.take(10);
        streams.take("acme", 5);

        share.giveBack();
        share.giveBack();

        assertRefused("acme", 16, 429);
        assertThatCode(() -> streams.take("acme", 15)).doesNotThrowAnyException();
    }

    @Test
    void allTogetherHaveTheirsToo() {
        streams.take("acme", 10);
        streams.take("globex", 10);
        streams.take("initech", 10);
        assertRefused("umbrella", 1, 503);

        streams.giveBack("globex", 10);

        assertThatCode(() -> streams.take("umbrella", 10)).doesNotThrowAnyException();
        assertRefused("globex", 1, 503);
    }

    private void assertRefused(String caller, long amount, int status) {
        assertThatThrownBy(() -> streams.take(caller, amount))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(status));
    }
}
