package dev.standing.acceptance.crash;

import static dev.standing.stack.Service.INGEST;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.stack.Await;
import dev.standing.stack.http.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Partners that keep sending, single and in batches, and write down what was acknowledged and what was not. */
final class Load {
    private static final int MOST_IN_A_BATCH = 20;
    private static final int MOST_DAYS_AGO = 300;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);

    private final Standing standing;
    private final List<String> members;
    private final String prefix;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private final Map<String, Behaviour> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Behaviour> unanswered = new ConcurrentHashMap<>();
    private final List<String> surprises = java.util.Collections.synchronizedList(new ArrayList<>());
    private volatile boolean stopping;

    Load(Standing standing, List<String> members, String prefix) {
        this.standing = standing;
        this.members = members;
        this.prefix = prefix;
    }

    /** One sender a partner. */
    void start(List<String> partners, long seed) {
        for (String partner : partners) {
            Random random = new Random(seed + partner.hashCode());
            threads.add(Thread.ofVirtual().start(() -> run(partner, random)));
        }
    }

    void stop() {
        stopping = true;
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /** By {@code partner/id}. */
    Map<String, Behaviour> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Sent, and never answered: by {@code partner/id}. */
    Map<String, Behaviour> unanswered() {
        return Map.copyOf(unanswered);
    }

    /** Answers that no crash explains. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    private void run(String partner, Random random) {
        while (!stopping) {
            List<Behaviour> records = new ArrayList<>();
            int size = random.nextBoolean() ? 1 : 1 + random.nextInt(MOST_IN_A_BATCH);
            for (int i = 0; i < size; i++) {
                String member = members.get(random.nextInt(members.size()));
                records.add(Behaviour.paid(
                        prefix + sent.incrementAndGet(),
                        member,
                        "payment.on-time",
                        random.nextInt(MOST_DAYS_AGO),
                        100));
            }
            // An unanswered request is sent again half of the time, as a partner does who wants to be sure.
            boolean answered = sendOnce(partner, records);
            while (!answered && !stopping && random.nextBoolean()) {
                Await.pause(PAUSE_AFTER_FAILURE);
                answered = sendOnce(partner, records);
            }
            Await.pause(PAUSE);
        }
    }

    private boolean sendOnce(String partner, List<Behaviour> records) {
        try {
            if (records.size() == 1) {
                Answer answer = standing.as(Who.partner(partner)).post(INGEST, "/v1/records", records.getFirst());
                return note(partner, records.getFirst(), answer.status(), answer.body());
            }
            Answer answer = standing.as(Who.partner(partner)).post(INGEST, "/v1/records/batch", records);
            return answer.status() == 200
                    ? noteEach(partner, records, answer.json())
                    : noteAll(partner, records, answer.status(), answer.body());
        } catch (UncheckedIOException e) {
            records.forEach(record -> note(partner, record, 0, String.valueOf(e.getMessage())));
            return false;
        }
    }

    private boolean noteEach(String partner, List<Behaviour> records, JsonNode outcomes) {
        boolean all = true;
        for (int i = 0; i < records.size(); i++) {
            JsonNode outcome = outcomes.path(i);
            String state = outcome.path("state").asText();
            int status = state.equals("accepted") || state.equals("duplicate")
                    ? 202
                    : outcome.path("problem").path("status").asInt(500);
            all &= note(partner, records.get(i), status, outcome.toString());
        }
        return all;
    }

    private boolean noteAll(String partner, List<Behaviour> records, int status, String body) {
        records.forEach(record -> note(partner, record, status, body));
        return false;
    }

    private boolean note(String partner, Behaviour record, int status, String body) {
        String key = partner + "/" + record.id();
        if (status == 200 || status == 202) {
            unanswered.remove(key);
            acknowledged.put(key, record);
            return true;
        }
        if (status != 0 && status < 500) {
            surprises.add(key + ": " + status + " " + body);
        }
        unanswered.put(key, record);
        return false;
    }
}
