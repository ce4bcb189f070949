package dev.standing.delivery.writer;

import dev.standing.delivery.Publisher;
import dev.standing.delivery.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.Config;

/** Starts writers, and ends them with the service. */
@Singleton
public class Writers {
    private final Pool pool;
    private final Map<String, Object> kafka;
    private final KafkaClientService clients;
    private final Publisher publisher;
    private final MeterRegistry registry;
    private final Traces traces;
    private final InstantSource clock;
    private final Config config;
    private final List<Writer> writers = new CopyOnWriteArrayList<>();

    Writers(
            Pool pool,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            KafkaClientService clients,
            Publisher publisher,
            MeterRegistry registry,
            Traces traces,
            InstantSource clock,
            Config config) {
        this.pool = pool;
        this.kafka = kafka;
        this.clients = clients;
        this.publisher = publisher;
        this.registry = registry;
        this.traces = traces;
        this.clock = clock;
        this.config = config;
    }

    /** Starts a writer; the topics are those of its channel's configuration. */
    public Writer start(WriterSettings settings, Handler handler) {
        List<String> topics = config.getValues("mp.messaging.incoming." + settings.channel() + ".topics", String.class);
        WriterStatus status = new WriterStatus();
        BatchSize batchSize = new BatchSize(settings.maxBatch());
        HeardMetrics.register(registry, topics, status, clock);
        Writer writer = new Writer(
                pool,
                settings,
                new Term.Surroundings(
                        handler,
                        new Inbox(batchSize::now),
                        batchSize,
                        new Bisection(settings.maxBatch()),
                        new Commands(),
                        new Source(clients, settings.channel()),
                        new Broker(kafka, topics),
                        publisher,
                        status,
                        new WriterMetrics(registry, topics, status),
                        traces,
                        clock));
        writers.add(writer);
        writer.start();
        return writer;
    }

    void stop(@Observes ShutdownEvent event) {
        writers.forEach(Writer::close);
    }
}
