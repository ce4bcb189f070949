package dev.standing.scoring.loop;

import dev.standing.scoring.database.Session;
import dev.standing.scoring.publication.Outbound;
import dev.standing.scoring.publication.ScoreRelay;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/** Publishes the journal beside the loop, for as long as this instance leads. */
final class RelayThread implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RelayThread.class);
    private static final long LOOK_EVERY_MS = 500;

    private final Pool pool;
    private final Producer<byte[], byte[]> producer;
    private final Duration patience;
    private final Duration pause;
    private final Semaphore news = new Semaphore(1);
    private final Thread thread;
    private volatile boolean closing;

    RelayThread(Pool pool, Producer<byte[], byte[]> producer, Duration patience, Duration pause) {
        this.pool = pool;
        this.producer = producer;
        this.patience = patience;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("score-relay").daemon().start(this::run);
    }

    /** There is something new in the journal. */
    void wake() {
        news.release();
    }

    private void run() {
        while (!closing) {
            try {
                relay();
            } catch (RuntimeException e) {
                LOG.warnf("Publishing scores failed and is tried again: %s", String.valueOf(e.getMessage()));
                sleep();
            }
        }
    }

    private void relay() {
        SqlConnection connection = pool.getConnection().await().atMost(patience);
        try {
            ScoreRelay relay = new ScoreRelay(new Session(connection, patience), new Outbound(producer, patience));
            while (!closing) {
                if (!ScoreRelay.isPage(relay.publish())) {
                    awaitNews();
                }
            }
        } finally {
            connection.closeAndForget();
        }
    }

    private void awaitNews() {
        try {
            if (news.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private void sleep() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        wake();
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
