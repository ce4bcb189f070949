package dev.standing.privileges.webhooks.delivery;

import dev.standing.database.Fault;
import dev.standing.database.Migration;
import dev.standing.database.SaidOnce;
import dev.standing.privileges.grants.HeardConsents;
import dev.standing.privileges.webhooks.WebhookConfig;
import dev.standing.privileges.webhooks.sending.Answer;
import dev.standing.privileges.webhooks.sending.Sender;
import dev.standing.web.patience.Patience;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Takes what is due, sends it, and writes down what came of it. In order by endpoint and member, at least once; one of many processes
 * has an event at a time. While it is not known what members allow, nothing is sent.
 */
@Startup
@Singleton
final class Deliverer {
    private static final Logger LOG = Logger.getLogger(Deliverer.class);

    private final Vertx vertx;
    private final Lanes lanes;
    private final Sender sender;
    private final Migration migration;
    private final HeardConsents heardConsents;
    private final DeliveryMetrics metrics;
    private final WebhookConfig config;
    private final Backoff backoff;
    private final Room room;
    private final Patience patience;
    private final SaidOnce said = new SaidOnce();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean stopped;

    Deliverer(
            Vertx vertx,
            Lanes lanes,
            Sender sender,
            Migration migration,
            HeardConsents heardConsents,
            DeliveryMetrics metrics,
            Patience patience,
            WebhookConfig config) {
        this.vertx = vertx;
        this.lanes = lanes;
        this.sender = sender;
        this.migration = migration;
        this.heardConsents = heardConsents;
        this.metrics = metrics;
        this.patience = patience;
        this.room = new Room(config.inFlight(), System::nanoTime);
        this.config = config;
        this.backoff = new Backoff(config.firstRetry());
        if (config.deadline().multipliedBy(2).compareTo(config.lease()) >= 0) {
            throw new IllegalArgumentException("The setting standing.privileges.webhooks.deadline is "
                    + config.deadline() + "; allowed: less than half of standing.privileges.webhooks.lease, which is "
                    + config.lease());
        }
    }

    @PostConstruct
    void start() {
        vertx.setPeriodic(Math.max(1, config.poll().toMillis()), timer -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** One look at a time, and another one after it for whoever asked meanwhile: a place that is free again waits for no poll. */
    private void look() {
        // The timer of looks goes on when what they stand on has ended.
        if (!stopped && asked.getAndIncrement() == 0) {
            lookOnce();
        }
    }

    private void lookOnce() {
        int answered = asked.get();
        // Bounded, and deferred, so that a look ends however it fails: one that does not end would be the last.
        patience.bound(Uni.createFrom().deferred(this::claimDue))
                .subscribe()
                .with(looked -> looked(answered), failure -> {
                    warn(failure);
                    looked(answered);
                });
    }

    private void looked(int answered) {
        if (asked.addAndGet(-answered) > 0) {
            lookOnce();
        }
    }

    private Uni<Void> claimDue() {
        Room.Share share = room.share();
        if (stopped || share.most() <= 0 || !migration.isDone() || !heardConsents.isRecent()) {
            return Uni.createFrom().voidItem();
        }
        return lanes.claim(share)
                .chain(claims -> claims.isEmpty() ? Uni.createFrom().voidItem() : dispatch(claims, share))
                .invoke(this::sayOver);
    }

    private void sayOver() {
        if (said.isOver()) {
            LOG.info("Partners are told again");
        }
    }

    private Uni<Void> dispatch(List<Claim> claims, Room.Share share) {
        return lanes.next(claims)
                .invoke(next -> {
                    next.parcels().forEach(this::deliver);
                    next.empty().forEach(claim -> begin(lanes.empty(claim)));
                    next.off().forEach(claim -> begin(lanes.giveBack(claim)));
                    if (claims.size() == share.most()) {
                        look();
                    }
                })
                .replaceWithVoid();
    }

    /** Nobody waits for it. */
    private void begin(Uni<Void> change) {
        change.subscribe().with(nothing -> {}, this::warn);
    }

    private void deliver(Parcel parcel) {
        String endpoint = parcel.claim().endpoint();
        room.take(endpoint);
        sender.send(parcel.url(), parcel.keys(), parcel.id(), parcel.body())
                .call(answer -> patience.bound(Uni.createFrom().deferred(() -> note(parcel, answer)))
                        .onTermination()
                        .invoke(() -> room.give(endpoint, Room.End.of(answer))))
                .subscribe()
                .with(nothing -> look(), this::warn);
    }

    private Uni<Void> note(Parcel parcel, Answer answer) {
        metrics.tried(answer);
        if (answer.isTaken()) {
            return lanes.taken(parcel, answer).chain(noted -> after(noted, parcel, answer));
        }
        double chance = ThreadLocalRandom.current().nextDouble();
        return lanes.failed(
                        parcel,
                        answer,
                        backoff.after(parcel.claim().attempts(), chance, answer.retryAfter()),
                        backoff.after(0, chance, answer.retryAfter()))
                .chain(noted -> after(noted, parcel, answer));
    }

    private Uni<Void> after(Lanes.Noted noted, Parcel parcel, Answer answer) {
        if (noted == Lanes.Noted.NOT) {
            return lanes.giveBack(parcel.claim());
        }
        return noted == Lanes.Noted.GIVEN_UP || answer.isGone()
                ? lanes.disable(parcel, reason(parcel, answer))
                : Uni.createFrom().voidItem();
    }

    private String reason(Parcel parcel, Answer answer) {
        return answer.isGone()
                ? "It answered 410 Gone"
                : "Event " + parcel.id() + " failed for " + config.giveUpAfter().toHours() + " hours, lastly: "
                        + answer.said();
    }

    private void warn(Throwable failure) {
        String text = Fault.text(failure);
        if (said.isNew(text)) {
            LOG.warnf("Partners are not told now, and are tried again: %s", text);
        }
    }
}
