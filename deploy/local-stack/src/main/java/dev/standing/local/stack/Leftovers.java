package dev.standing.local.stack;

import dev.standing.local.home.Home;
import dev.standing.local.home.PidFile;
import dev.standing.local.process.Signals;
import dev.standing.stack.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Processes of an earlier start whose launcher was killed, and whose guard was too. */
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Home home;

    public Leftovers(Home home) {
        this.home = home;
    }

    /** Ends them and says which they were. */
    public List<String> end() {
        List<String> ended = new ArrayList<>();
        List<ProcessHandle> handles = new ArrayList<>();
        for (String name : Stack.PROCESSES) {
            PidFile file = new PidFile(home.run().resolve(name + ".pid"));
            Optional<ProcessHandle> process = file.process();
            process.ifPresent(handle -> {
                // PostgreSQL would wait for its clients on TERM, and those are being ended too.
                Signals.send(name.equals("postgresql") ? "INT" : "TERM", handle.pid());
                handles.add(handle);
                ended.add(name);
            });
            file.delete();
        }
        awaitOrKill(handles);
        return ended;
    }

    /** Returns once they are gone, so that their ports and files are free: after {@code kill -9}, too, it takes the kernel a moment. */
    private static void awaitOrKill(List<ProcessHandle> handles) {
        awaitEnd(handles);
        handles.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(handles);
    }

    private static void awaitEnd(List<ProcessHandle> handles) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (handles.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            Await.pause(Duration.ofMillis(20));
        }
    }
}
