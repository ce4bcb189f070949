package dev.standing.local.stack;

import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import dev.standing.local.process.Packaging;
import dev.standing.stack.Await;
import dev.standing.stack.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of the three services, in a JVM of its own, told everything by its environment. */
record ServicePart(String name, int port, Path jar, List<String> jvmFlags, Map<String, String> environment, Path log)
        implements Part {

    ServicePart {
        jvmFlags = List.copyOf(jvmFlags);
        environment = Map.copyOf(environment);
    }

    @Override
    public ChildProcess start(Guard guard) {
        List<String> words = new ArrayList<>(List.of(Packaging.java()));
        words.addAll(jvmFlags);
        words.addAll(List.of("-jar", jar.toString()));
        return ChildProcess.start(new ChildProcess.Command(words, environment, log, "TERM"), guard);
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
