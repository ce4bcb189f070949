package dev.standing.delivery.writer;

import dev.standing.contracts.event.Topics;
import dev.standing.local.test.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The tables and topics of the fixture. */
public final class FixtureResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try (Bench bench = new Bench();
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", TestStack.get().bootstrapServers()))) {
            bench.execute("""
                    create schema if not exists scoring;
                    create table scoring.amount (id text primary key, amount int not null);
                    create table scoring.position (
                        topic text not null,
                        partition int not null,
                        topic_id text not null,
                        next_offset bigint not null,
                        primary key (topic, partition)
                    );
                    create table scoring.heard (
                        topic text primary key,
                        at timestamptz not null,
                        ledger_through bigint not null
                    );
                    grant usage on schema scoring to scoring;
                    grant all on all tables in schema scoring to scoring;
                    """);
            List<NewTopic> topics = Stream.of(Fixture.TOPIC, Fixture.OTHER_TOPIC)
                    .flatMap(topic -> Stream.of(topic, Topics.deadLetters(topic)))
                    .map(topic -> new NewTopic(topic, Optional.of(2), Optional.empty()))
                    .toList();
            admin.createTopics(topics)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        return Map.of();
    }

    @Override
    public void stop() {}
}
