package dev.standing.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private long nanos;
    private final Progress progress = new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8), () -> nanos);

    @Test
    void nothingIsShownWithinTwoSeconds() {
        progress.phase("reading", 100);
        nanos = 2_000_000_000L;
        progress.step(50);
        progress.clear();

        assertThat(shown.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whatTakesLongerIsShown() {
        progress.phase("reading", 100);
        nanos = 2_000_000_001L;
        progress.step(50);
        progress.clear();

        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("reading").contains("50%");
    }
}
