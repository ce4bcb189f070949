package dev.standing.settle;

import dev.standing.influence.report.SettleProgress;
import java.io.PrintStream;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far the work has come, once it has taken over two seconds, and nothing before. */
final class Progress implements SettleProgress {
    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final int WIDTH = 79;

    private final PrintStream terminal;
    private final LongSupplier nanoTime;
    private final long began;
    private String phase = "";
    private long size;
    private long done;
    private @Nullable ProgressBar bar;

    Progress(PrintStream terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** What comes next, and how many steps it has; -1 where nobody knows. */
    void phase(String name, long steps) {
        clear();
        phase = name;
        size = steps;
        done = 0;
        step(0);
    }

    void step(long steps) {
        done += steps;
        if (bar == null && nanoTime.getAsLong() - began > QUIET_NANOS) {
            bar = new ProgressBarBuilder()
                    .setTaskName(phase)
                    .setInitialMax(size)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
                    .build();
        }
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void prepared() {
        step(1);
    }

    @Override
    public void swept(int sweeps, double residualPoints) {
        step(1);
    }

    /** Ends what is shown, before something else is. */
    void clear() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
