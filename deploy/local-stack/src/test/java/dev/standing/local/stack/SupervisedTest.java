package dev.standing.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.local.home.Home;
import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import dev.standing.stack.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {
    private static final Duration TOLD_AFTER = Duration.ofSeconds(1);

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Home home;
    private boolean noted = true;

    SupervisedTest(@TempDir Path folder) {
        home = new Home(folder);
        home.create();
    }

    @Test
    void whoeverRunsAndDoesNotServeIsSpokenOfWithTheLog() throws InterruptedException {
        Supervised supervised = launch(false);
        try {
            String line = said.poll(30, TimeUnit.SECONDS);
            assertThat(line)
                    .contains("mute is not ready after 1 s")
                    .contains(home.log("mute").toString())
                    .hasLineCount(1);
        } finally {
            end(supervised);
        }
    }

    @Test
    void whoeverServesInTimeIsNotSpokenOf() throws InterruptedException {
        Supervised supervised = launch(true);
        try {
            assertThat(said.poll(2 * TOLD_AFTER.toMillis(), TimeUnit.MILLISECONDS))
                    .isNull();
        } finally {
            end(supervised);
        }
    }

    @Test
    void whoeverCeasesToServeIsSpokenOfWithTheLogAndOnceItServesAgain() throws InterruptedException {
        Sleeper sleeper = new Sleeper(home, true);
        Supervised supervised = launch(sleeper);
        try {
            Await.until(
                    "ready",
                    Duration.ofSeconds(30),
                    supervised::snapshot,
                    now -> now.state() == Supervised.State.READY);
            sleeper.serving().set(false);
            assertThat(said.poll(30, TimeUnit.SECONDS))
                    .contains("mute has not been ready for 1 s")
                    .contains(home.log("mute").toString())
                    .hasLineCount(1);

            sleeper.serving().set(true);
            assertThat(said.poll(30, TimeUnit.SECONDS)).contains("mute is ready again");
        } finally {
            end(supervised);
        }
    }

    @Test
    void aListenerThatFailsEndsNoSupervision() {
        noted = false;
        Supervised supervised = launch(true);
        try {
            long first = awaitProcess(supervised, 0);
            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            assertThat(awaitProcess(supervised, first)).isNotEqualTo(first);
        } finally {
            end(supervised);
        }
    }

    private static long awaitProcess(Supervised supervised, long otherThan) {
        return Await.until(
                "a process other than " + otherThan,
                Duration.ofSeconds(30),
                () -> supervised.snapshot().pid(),
                pid -> pid != 0 && pid != otherThan);
    }

    private Supervised launch(boolean serves) {
        return launch(new Sleeper(home, serves));
    }

    private Supervised launch(Sleeper sleeper) {
        StackListener listener = new StackListener() {
            @Override
            public void changed(String name, Supervised.Snapshot snapshot) {
                if (!noted) {
                    throw new IllegalStateException("the disk is full");
                }
            }

            @Override
            public void said(String line) {
                said.add(line);
            }
        };
        Supervised supervised = new Supervised(sleeper, home, Guard.start(Duration.ofSeconds(1)), listener, TOLD_AFTER);
        supervised.launch();
        return supervised;
    }

    private static void end(Supervised supervised) {
        supervised.requestStop();
        supervised.awaitStop(Duration.ofSeconds(5));
    }

    /** A process that lives, and serves at once or never. */
    private record Sleeper(Home home, AtomicBoolean serving) implements Part {
        Sleeper(Home home, boolean serves) {
            this(home, new AtomicBoolean(serves));
        }

        @Override
        public String name() {
            return "mute";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public ChildProcess start(Guard guard) {
            return ChildProcess.start(
                    new ChildProcess.Command(List.of("sleep", "60"), Map.of(), home.log("mute"), "TERM"), guard);
        }

        @Override
        public void awaitReady(ChildProcess process) {
            if (!serves()) {
                process.onExit().join();
            }
        }

        @Override
        public boolean serves() {
            return serving.get();
        }
    }
}
