package dev.standing.privileges.relay;

import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.PrivilegeEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.privileges.setup.PrivilegesConfig;
import dev.standing.privileges.store.JournalStore;
import dev.standing.privileges.store.Session;
import dev.standing.privileges.store.Sessions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * Tells {@code standing.privileges} of every change, in the order of the journal, at least once. Key is the member. A
 * change not acknowledged by the broker is sent again, and all after it.
 */
@Singleton
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int AT_ONCE = 1_000;
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final Sessions sessions;
    private final JournalStore journal;
    private final Sender sender;
    private final long retryAfterMillis;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "relay");
    private volatile boolean stopped;

    Relay(Sessions sessions, JournalStore journal, Sender sender, PrivilegesConfig config) {
        this.sessions = sessions;
        this.journal = journal;
        this.sender = sender;
        this.retryAfterMillis = config.retryAfter().toMillis();
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        news.release();
        thread.join(TimeUnit.SECONDS.toMillis(2));
    }

    /** The journal has grown. */
    public void nudge() {
        news.release();
    }

    private void run() {
        while (!stopped) {
            try (Session session = sessions.open()) {
                relay(session);
            } catch (Exception e) {
                LOG.warnf("changes could not be told, trying again: %s", Sessions.fault(e));
                pause(retryAfterMillis);
            }
        }
    }

    private void relay(Session session) throws Exception {
        while (!stopped) {
            if (journal.relay(session, AT_ONCE, this::send) < AT_ONCE) {
                pause(LOOK_EVERY_MILLIS);
            }
        }
    }

    private void send(List<PrivilegeEvent> events) throws Exception {
        sender.send(events.stream()
                .map(event -> new ProducerRecord<>(
                        Topics.PRIVILEGES, event.member().getBytes(StandardCharsets.UTF_8), EventJson.write(event)))
                .toList());
    }

    private void pause(long millis) {
        try {
            if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
