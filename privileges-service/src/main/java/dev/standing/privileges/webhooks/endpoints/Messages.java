package dev.standing.privileges.webhooks.endpoints;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.privileges.grants.HeardConsents;
import dev.standing.privileges.webhooks.MessageId;
import dev.standing.privileges.webhooks.StillShown;
import dev.standing.privileges.webhooks.sending.Answer;
import dev.standing.privileges.webhooks.sending.Sender;
import dev.standing.web.patience.Patience;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Instant;

/** What is sent because a partner asks for it now, and answered with what came of it: as late as that comes, but what the database does is waited for as elsewhere. */
@Singleton
class Messages {
    private static final String TEST = "webhook.test";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Endpoints endpoints;
    private final Queue queue;
    private final Sender sender;
    private final HeardConsents heardConsents;
    private final Challenging challenging;
    private final Patience patience;

    Messages(
            Endpoints endpoints,
            Queue queue,
            Sender sender,
            HeardConsents heardConsents,
            Challenging challenging,
            Patience patience) {
        this.endpoints = endpoints;
        this.queue = queue;
        this.sender = sender;
        this.heardConsents = heardConsents;
        this.challenging = challenging;
        this.patience = patience;
    }

    Uni<WebhookView> challenge(PartnerId partner, String id) {
        return patience.bound(endpoints.one(partner, id))
                .invoke(() -> challenging.count(partner))
                .chain(endpoint -> {
                    Challenge challenge = Challenge.at(endpoints.now());
                    return send(endpoint, challenge.id(), challenge.body())
                            .call(answer -> queue.note(id, challenge.id(), Challenge.TYPE, answer))
                            .chain(answer -> {
                                if (!challenge.isMetBy(answer, endpoint.keys(endpoints.now()))) {
                                    throw refused(answer);
                                }
                                return patience.bound(endpoints.proved(partner, endpoint));
                            });
                });
    }

    private static ProblemException refused(Answer answer) {
        String said = answer.status() == null ? answer.said() : answer.said() + ": " + answer.text();
        return ProblemException.refused("challenge-not-met", new Violation("url", said, Challenge.ALLOWED));
    }

    Uni<DeliveryView> test(PartnerId partner, String id) {
        return proved(partner, id).chain(endpoint -> {
            Instant at = endpoints.now();
            ObjectNode body = JSON.createObjectNode().put("type", TEST).put("timestamp", at.toString());
            body.putObject("data");
            String message = MessageId.next();
            return send(endpoint, new Queue.Sent(message, TEST, body.toString()));
        });
    }

    Uni<DeliveryView> again(PartnerId partner, String id, String event) {
        StillShown.requireKnown(heardConsents);
        return proved(partner, id).chain(endpoint -> queue.find(partner.value(), event)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("The event"))
                .chain(sent -> send(endpoint, sent)));
    }

    private Uni<EndpointEntity> proved(PartnerId partner, String id) {
        return patience.bound(endpoints.one(partner, id)).invoke(endpoint -> {
            if (Endpoints.isUnproved(endpoint)) {
                throw Endpoints.unproved();
            }
        });
    }

    private Uni<DeliveryView> send(EndpointEntity endpoint, Queue.Sent message) {
        Instant at = endpoints.now();
        return send(endpoint, message.id(), message.body())
                .call(answer -> queue.note(endpoint.id, message.id(), message.type(), answer))
                .map(answer -> DeliveryView.of(message.id(), message.type(), at, answer));
    }

    /** Goes on where it began: a session of the database is of one context. */
    private Uni<Answer> send(EndpointEntity endpoint, String id, String body) {
        Context here = Vertx.currentContext();
        return sender.send(endpoint.url, endpoint.keys(endpoints.now()), id, body)
                .emitOn(work -> here.runOnContext(nothing -> work.run()));
    }
}
