package dev.standing.local.stack;

import dev.standing.contracts.event.Topics;
import dev.standing.local.kafka.Kafka;
import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import java.nio.file.Path;
import java.time.Duration;

/** The Kafka broker with all topics of the contracts. */
record KafkaPart(Path data, int port, int controllerPort, Path log) implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public ChildProcess start(Guard guard) {
        return kafka().start(guard);
    }

    @Override
    public void awaitReady(ChildProcess process) {
        kafka().awaitReady(process, PATIENCE);
    }

    private Kafka kafka() {
        return new Kafka(new Kafka.Settings(data, port, controllerPort, Topics.partitions(), log));
    }
}
