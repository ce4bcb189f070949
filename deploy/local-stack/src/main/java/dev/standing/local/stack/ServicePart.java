package dev.standing.local.stack;

import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import dev.standing.stack.Await;
import dev.standing.stack.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One of the three services, a process of its own, told everything by its environment. */
record ServicePart(String name, int port, List<String> command, Map<String, String> environment, Path folder, Path log)
        implements Part {

    ServicePart {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    @Override
    public ChildProcess start(Guard guard) {
        return ChildProcess.start(new ChildProcess.Command(command, environment, log, "TERM", folder), guard);
    }

    @Override
    public void awaitReady(ChildProcess process) {
        while (process.isAlive() && !serves()) {
            Await.pause(Duration.ofMillis(50));
        }
    }

    @Override
    public boolean serves() {
        return new Readiness(port).isReady();
    }
}
