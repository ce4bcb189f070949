package dev.standing.benchmarks.services;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.stack.Await;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Events to a server that fails three times in ten, beside as many posts to it by a plain client in a loop. */
@Command(
        name = "webhooks",
        description = "deliveries to a server that fails three times in ten, beside a client in a loop")
public final class WebhookBenchmark implements Runnable {
    /** Of the events; the last ones wait for their seventh or eighth attempt, ever longer, and say nothing of speed. */
    private static final double MOST = 0.9;

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Option(
            names = "--members",
            defaultValue = "20000",
            description = "some five events each, default ${DEFAULT-VALUE}")
    private int members;

    @Option(names = "--port-base", defaultValue = "18300")
    private int portBase;

    @Override
    public void run() {
        try (Suite suite = Homes.start(
                        "webhooks", portBase, Map.of("STANDING_PRIVILEGES_WEBHOOKS_FIRST_RETRY", "PT0.2S"));
                Receiver receiver = new Receiver()) {
            Community community = Community.join(suite, members);
            Client partner = new Client(suite, community.partnerToken());
            String path = register(partner, receiver);
            partner.call(Service.PRIVILEGES, "PATCH", path, Map.of("state", "disabled"), Client.JSON)
                    .expect(200);
            community.stream(
                    n -> community.record("hook" + System.nanoTime(), n), 2L * members, community.partnerToken());
            long events = count(partner);
            long begin = System.nanoTime();
            partner.call(Service.PRIVILEGES, "PATCH", path, Map.of("state", "active"), Client.JSON)
                    .expect(200);
            Await.until("most events", PATIENCE, receiver::taken, taken -> taken >= events * MOST);
            double most = seconds(begin);
            Await.until("all events", PATIENCE, receiver::taken, taken -> taken >= events);
            double all = seconds(begin);
            double perSecond = events * MOST / most;
            double baseline = loop(receiver, Math.min(events, 10_000));
            System.out.printf(
                    Locale.ROOT,
                    "%,d events: %,.0f deliveries/s beside %,.0f, ratio %.2f; all within %.0f s; lost 0, out of order %d%n",
                    events,
                    perSecond,
                    baseline,
                    perSecond / baseline,
                    all,
                    receiver.outOfOrder());
        }
    }

    private static String register(Client partner, Receiver receiver) {
        JsonNode endpoint = partner.post(
                        Service.PRIVILEGES,
                        "/v1/webhooks",
                        Map.of(
                                "url",
                                receiver.url(),
                                "types",
                                List.of("privilege.granted", "privilege.ending", "privilege.ended", "score.changed")))
                .expect(201)
                .json();
        receiver.holds(endpoint.path("secret").asText());
        String path = "/v1/webhooks/" + endpoint.path("id").asText();
        partner.post(Service.PRIVILEGES, path + "/challenge", null).expect(200);
        return path;
    }

    /** How many events there are once no more have come for ten seconds. While consents come late, the feed says to ask again. */
    private static long count(Client partner) {
        long after = 0;
        long events = 0;
        while (true) {
            String path = "/v1/events?wait=10&after=" + after;
            JsonNode page = Await.until(
                            "consents are heard",
                            PATIENCE,
                            () -> partner.get(Service.PRIVILEGES, path).expect(OK, UNAVAILABLE),
                            answer -> answer.status() == OK)
                    .json();
            if (page.path("events").isEmpty()) {
                return events;
            }
            events += page.path("events").size();
            after = page.path("next").asLong();
        }
    }

    /** Posts a second by one client that waits for each answer. */
    private static double loop(Receiver receiver, long posts) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(receiver.url()))
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"privilege.granted\",\"data\":{\"sequence\":0}}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            long begin = System.nanoTime();
            for (long i = 0; i < posts; i++) {
                client.send(request, HttpResponse.BodyHandlers.discarding());
            }
            return posts / seconds(begin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
