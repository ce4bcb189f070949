package dev.standing.scoring.publication;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.ProgressEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.delivery.Message;
import dev.standing.delivery.Publisher;
import dev.standing.delivery.Publisher.PublicationFailed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Says how far the ledger is scored: as far as the journals that scores stand on are heard, for a record counts for nothing while the
 * consent that it came under is on its way. At the beginning of a term it is said again, for whoever led before may not have
 * come to it. Used by the writer's thread.
 */
@Singleton
public final class Progress {
    private static final Logger LOG = Logger.getLogger(Progress.class);
    private static final long AFTER_FAILURE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long NOTHING = -1;
    private static final String KEY = "ledger";

    /** The journals of ingest that scores stand on. */
    private static final List<String> HEARD = List.of(Topics.RECORDS, Topics.CONSENTS, Topics.TIES);

    private final Publisher publisher;
    private final Map<String, Long> throughByTopic = new HashMap<>();
    private long said = NOTHING;
    private boolean failed;
    private long failedAtNanos;

    Progress(Publisher publisher) {
        this.publisher = publisher;
    }

    /** Another term: nothing is said yet. */
    public void begin() {
        throughByTopic.clear();
        said = NOTHING;
    }

    /** What these are about is in the scores, and committed. */
    public void heard(Map<String, WatermarkEvent> watermarks) {
        watermarks.forEach((topic, watermark) -> throughByTopic.put(topic, watermark.ledgerThrough()));
    }

    /** Says what is to be said. A broker that is away hears it later: nothing is to be undone for that. */
    public void say() {
        long through = through();
        if (through <= said || (failed && System.nanoTime() - failedAtNanos < AFTER_FAILURE_NANOS)) {
            return;
        }
        try {
            publisher.publish(
                    List.of(new Message(Topics.PROGRESS, KEY, new ProgressEvent(Event.CURRENT_VERSION, through))));
            said = through;
            failed = false;
        } catch (PublicationFailed e) {
            LOG.debugf("Progress is said later: %s", e.getMessage());
            failed = true;
            failedAtNanos = System.nanoTime();
        }
    }

    private long through() {
        return HEARD.stream()
                .mapToLong(topic -> throughByTopic.getOrDefault(topic, NOTHING))
                .min()
                .orElse(NOTHING);
    }
}
