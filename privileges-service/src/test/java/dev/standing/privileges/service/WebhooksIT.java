package dev.standing.privileges.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.DisputeEvent;
import dev.standing.delivery.writer.Bench;
import dev.standing.local.test.Tokens;
import dev.standing.privileges.service.Shop.Message;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a score on Kafka to a signed message at a partner's server. */
@QuarkusTest
class WebhooksIT {
    private final Wire wire = new Wire();
    private final Bench bench = new Bench();
    private final Shop shop;
    private final String member = "m-" + UUID.randomUUID();

    WebhooksIT() throws IOException {
        shop = new Shop();
    }

    @AfterEach
    void close() {
        shop.close();
        bench.close();
        wire.close();
    }

    private void earn() throws Exception {
        wire.consent(member, shop.partner, 1, true);
        wire.score(member, 1, 655);
    }

    private List<String> types() {
        return shop.of(member).stream().map(Message::type).toList();
    }

    private void awaitTypes(String... types) {
        Bench.await(List.of(types) + " at the shop", () -> types().containsAll(List.of(types)));
    }

    /** Each once, from the first on. */
    private void assertInOrder(String of, int atLeast) {
        List<Long> sequences =
                shop.of(of).stream().map(Message::sequence).distinct().toList();
        assertThat(sequences).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(sequences)
                .isEqualTo(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
    }

    @Test
    void aPrivilegeThatIsGrantedIsToldSignedAndInOrder() throws Exception {
        shop.join();

        earn();

        awaitTypes("score.changed", "privilege.granted");
        Bench.await("all of it", () -> shop.of(member).size() >= 5);
        assertInOrder(member, 5);
        assertThat(shop.of(member).getFirst().event().path("data").toString())
                .contains("\"score\":655", "\"band\":\"excellent\"", "\"cause\":{\"code\":\"records\"", "\"reasons\":[")
                .doesNotContain("influence");
        assertThat(shop.of(member))
                .filteredOn(message ->
                        message.event().path("data").path("perk").asText().equals("car-hire"))
                .singleElement()
                .satisfies(message -> assertThat(
                                message.event().path("data").path("tier").asText())
                        .isEqualTo("no-deposit"));
        assertThat(shop.of(member)).extracting(Message::id).doesNotHaveDuplicates();
    }

    @Test
    void anEndIsAnnouncedWithItsDayAndReason() throws Exception {
        shop.join();
        earn();
        awaitTypes("privilege.granted");

        wire.score(member, 2, 590);

        awaitTypes("privilege.ending");
        Message ending = shop.of(member).stream()
                .filter(message -> message.type().equals("privilege.ending"))
                .findFirst()
                .orElseThrow();
        assertThat(Instant.parse(ending.event().path("data").path("until").asText()))
                .isAfter(Instant.now());
        assertThat(ending.event()
                        .path("data")
                        .path("reasons")
                        .path(0)
                        .path("code")
                        .asText())
                .isEqualTo("conditions-no-longer-met");
    }

    @Test
    void whoseRecordIsContestedIsToldAndNobodyElse() throws Exception {
        try (Shop other = new Shop()) {
            shop.join();
            other.join();
            wire.consent(member, shop.partner, 1, true);
            wire.consent(member, other.partner, 1, true);
            wire.score(member, 1, 655);
            awaitTypes("score.changed");

            wire.dispute(member, shop.partner, "r-1", DisputeEvent.State.OPEN);
            wire.dispute(member, shop.partner, "r-1", DisputeEvent.State.OPEN);
            awaitTypes("record.disputed");
            wire.dispute(member, shop.partner, "r-1", DisputeEvent.State.UPHELD);
            wire.dispute(member, shop.partner, "r-2", DisputeEvent.State.REJECTED);
            awaitTypes("record.corrected");
            wire.score(member, 2, 656);
            Bench.await("the next score", () -> other.of(member).stream()
                    .anyMatch(message ->
                            message.event().path("data").path("score").asInt() == 656));

            assertThat(types().stream().filter(type -> type.startsWith("record.")))
                    .containsExactly("record.disputed", "record.corrected");
            assertThat(shop.of(member))
                    .filteredOn(message -> message.type().startsWith("record."))
                    .allSatisfy(
                            message -> assertThat(message.event().path("data").toString())
                                    .contains("\"record\":\"r-1\"", "\"reason\":\"not-mine\"", "\"dispute\":\"d-r-1-"));
            assertThat(other.of(member)).extracting(Message::type).noneMatch(type -> type.startsWith("record."));
            assertInOrder(member, 7);
        }
    }

    @Test
    void nothingIsSentBeforeTheSecretIsShownToBeHeld() throws Exception {
        JsonPath endpoint = shop.register("[\"privilege.granted\"]");
        String path = "/v1/webhooks/" + endpoint.getString("id");
        earn();
        Api.awaitTier(member, "car-hire", "no-deposit");

        Response unmet = shop.as().post(path + "/challenge");
        assertThat(unmet.statusCode()).isEqualTo(422);
        assertThat(unmet.jsonPath().getString("type")).isEqualTo("urn:standing:problem:challenge-not-met");
        assertThat(shop.as().post(path + "/test").statusCode()).isEqualTo(409);
        assertThat(shop.as().body("{\"state\":\"active\"}").patch(path).statusCode())
                .isEqualTo(409);
        Bench.await("the events", () -> feed(0).getList("events").size() >= 4);
        assertThat(shop.messages()).isEmpty();

        shop.holds(endpoint.getString("secret"));
        assertThat(shop.as().post(path + "/challenge").statusCode()).isEqualTo(200);
        awaitTypes("privilege.granted");
        assertThat(types()).containsOnly("privilege.granted");
    }

    @Test
    void whatFailsIsTriedAgainInOrderAndHoldsUpNobodyElse() throws Exception {
        Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        String other = "n-" + member;
        shop.answers(message -> message.member().equals(member)
                        && tries.computeIfAbsent(message.id(), id -> new AtomicInteger())
                                        .incrementAndGet()
                                <= 3
                ? 503
                : 200);
        String id = shop.join();
        earn();
        wire.consent(other, shop.partner, 1, true);
        wire.score(other, 1, 655);

        Bench.await("the other's", () -> shop.of(other).size() >= 5);
        Bench.await("four tries of five events", () -> shop.of(member).size() >= 20);

        assertInOrder(member, 5);
        assertInOrder(other, 5);
        List<Message> all = shop.of(member);
        IntStream.range(1, all.size()).forEach(i -> assertThat(all.get(i).sequence())
                .isBetween(all.get(i - 1).sequence(), all.get(i - 1).sequence() + 1));
        JsonPath deliveries =
                shop.as().get("/v1/webhooks/" + id + "/deliveries").jsonPath();
        assertThat(deliveries.getList("status", Integer.class)).contains(503, 200);
        assertThat(deliveries.getList("answer", String.class)).contains("said 503", "said 200");
        assertThat(deliveries.getList("attempt", Integer.class)).contains(1, 2, 3, 4);
    }

    @Test
    void ofAThousandEventsAtAServerThatFailsThreeTimesInTenNoneIsLostAndNoneOutOfOrder() throws Exception {
        Random random = new Random(7);
        Map<String, List<Long>> taken = new ConcurrentHashMap<>();
        shop.answers(message -> {
            synchronized (random) {
                if (random.nextInt(10) < 3) {
                    return 500;
                }
            }
            taken.computeIfAbsent(message.member(), who -> new CopyOnWriteArrayList<>())
                    .add(message.sequence());
            return 200;
        });
        shop.join();
        List<String> members = IntStream.range(0, 200)
                .mapToObj(i -> "crowd-" + i + "-" + member)
                .toList();
        for (String each : members) {
            wire.consent(each, shop.partner, 1, true);
            wire.score(each, 1, 655);
        }

        Bench.await("everybody's", () -> members.stream()
                .allMatch(each ->
                        taken.getOrDefault(each, List.of()).stream().distinct().count() >= 5));

        assertThat(taken.values()).allSatisfy(each -> assertThat(
                        each.stream().distinct().toList())
                .isEqualTo(LongStream.rangeClosed(1, each.stream().distinct().count())
                        .boxed()
                        .toList()));
    }

    @Test
    void whoIsGoneIsToldNoMoreAndMissesNothing() throws Exception {
        String path = "/v1/webhooks/" + shop.join();
        shop.answers(message -> 410);
        earn();

        Bench.await(
                "it is disabled",
                () -> shop.as().get(path).jsonPath().getString("state").equals("disabled"));
        assertThat(shop.as().get(path).jsonPath().getString("reason")).isEqualTo("It answered 410 Gone");
        Bench.await("the feed", () -> feed(0).getList("events").size() >= 5);
        JsonPath feed = feed(0);
        assertThat(feed.getList("events.event.data.sequence", Integer.class)).startsWith(1, 2, 3, 4, 5);
        assertThat(feed(feed.getLong("next")).getList("events")).isEmpty();

        shop.answers(message -> 204);
        assertThat(shop.as().body("{\"state\":\"active\"}").patch(path).statusCode())
                .isEqualTo(200);
        Bench.await(
                "all that it missed",
                () -> shop.of(member).stream().map(Message::sequence).distinct().count() >= 5);
        assertInOrder(member, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {410, 500, 204})
    void whatTheFormerAddressAnswersIsNothingToTheNewOne(int late) throws Exception {
        String path = "/v1/webhooks/" + shop.join();
        CountDownLatch moved = new CountDownLatch(1);
        AtomicInteger messages = new AtomicInteger();
        shop.answers(message -> {
            if (messages.incrementAndGet() > 1) {
                return 204;
            }
            awaitQuietly(moved);
            return late;
        });
        earn();
        Bench.await("the first is on its way", () -> messages.get() == 1);

        assertThat(shop.as()
                        .body("{\"url\":\"" + shop.url() + "/new\"}")
                        .patch(path)
                        .statusCode())
                .isEqualTo(200);
        assertThat(shop.as().post(path + "/challenge").statusCode()).isEqualTo(200);
        moved.countDown();

        Bench.await(
                "all of it",
                () -> shop.of(member).stream().map(Message::sequence).distinct().count() >= 5);
        assertThat(shop.of(member).stream().map(Message::sequence).limit(2)).containsExactly(1L, 1L);
        assertInOrder(member, 5);
        assertThat(shop.as().get(path).jsonPath().getString("state")).isEqualTo("active");
        assertThat(shop.as().get(path + "/deliveries").jsonPath().getList("attempt", Integer.class))
                .containsOnly(0, 1);
    }

    @Test
    void afterAWithdrawalNothingIsDeliveredButThat() throws Exception {
        String id = shop.join();
        shop.answers(message -> 500);
        earn();
        Bench.await("a try", () -> !shop.of(member).isEmpty());
        long tried = shop.of(member).getFirst().sequence();

        wire.consent(member, shop.partner, 2, false);
        Bench.await("the withdrawal", () -> feed(0).getList("events.event.type").contains("consent.withdrawn"));
        assertThat(feed(0).getList("events.event.type")).containsExactly("consent.withdrawn");
        String event = shop.of(member).getFirst().id();
        shop.answers(message -> 204);
        awaitTypes("consent.withdrawn");

        assertThat(shop.of(member))
                .filteredOn(message -> message.sequence() != tried)
                .extracting(Message::type)
                .containsOnly("consent.withdrawn");
        assertThat(shop.as()
                        .post("/v1/webhooks/" + id + "/events/" + event + "/replay")
                        .statusCode())
                .isEqualTo(404);
        wire.score(member, 2, 700);
        Api.awaitTier(member, "hotel", "late-checkout");
        assertThat(feed(0).getList("events")).hasSize(1);
    }

    @Test
    void afterARotationBothSecretsAreTaken() throws Exception {
        String path = "/v1/webhooks/" + shop.join();

        JsonPath rotated = shop.as().post(path + "/secret").jsonPath();

        assertThat(Instant.parse(rotated.getString("formerUntil")))
                .isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_401));
        assertThat(shop.as().post(path + "/test").jsonPath().getInt("status")).isEqualTo(204);
        shop.holds(rotated.getString("secret"));
        assertThat(shop.as().post(path + "/test").jsonPath().getInt("status")).isEqualTo(204);
        assertThat(shop.messages()).extracting(Message::type).containsOnly("webhook.test");
    }

    @Test
    void whatWasSentIsSentAgainWhereItIsAskedFor() throws Exception {
        String path = "/v1/webhooks/" + shop.join();
        Instant before = Instant.now().minusSeconds(5);
        earn();
        Bench.await("all of it", () -> shop.of(member).size() >= 5);
        Bench.await(
                "the last of it",
                () -> shop.of(member).size() == feed(0).getList("events").size());
        Message second = shop.of(member).get(1);

        JsonPath again =
                shop.as().post(path + "/events/" + second.id() + "/replay").jsonPath();
        assertThat(again.getInt("status")).isEqualTo(204);
        assertThat(shop.of(member).getLast()).isEqualTo(second);

        int sent = shop.of(member).size();
        assertThat(shop.as()
                        .body("{\"since\":\"" + before + "\"}")
                        .post(path + "/replay")
                        .statusCode())
                .isEqualTo(202);
        Bench.await("all of it again", () -> shop.of(member).size() >= sent + 5);
        assertThat(shop.of(member).subList(sent, sent + 5))
                .extracting(Message::body)
                .containsExactlyElementsOf(shop.of(member).subList(0, 5).stream()
                        .map(Message::body)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "disabled then active", "replay"})
    void whatAPartnerAsksForWhileAnEventIsOnItsWaySendsNoSecondBesideIt(String asked) throws Exception {
        String id = shop.join();
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        shop.answers(message -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            awaitQuietly(answered);
            underWay.decrementAndGet();
            return 204;
        });
        earn();
        Bench.await("the first is on its way", () -> underWay.get() == 1);

        switch (asked) {
            case "replay" ->
                assertThat(shop.as()
                                .body("{\"since\":\"" + Instant.now().minusSeconds(60) + "\"}")
                                .post("/v1/webhooks/" + id + "/replay")
                                .statusCode())
                        .isEqualTo(202);
            default -> {
                for (String state : asked.split(" then ", -1)) {
                    patch(id, state);
                }
            }
        }
        // Some looks of whoever takes what is due, and well under the time that an answer may take.
        Thread.sleep(400);
        assertThat(underWay).hasValue(1);
        answered.countDown();

        Bench.await(
                "the last of it",
                () -> shop.of(member).stream().map(Message::sequence).distinct().count()
                        == feed(0).getList("events").size());
        assertInOrder(member, 5);
        assertThat(most).hasValue(1);
        assertThat(shop.of(member)).extracting(Message::id).satisfies(ids -> {
            if (!asked.equals("replay")) {
                assertThat(ids).doesNotHaveDuplicates();
            }
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoSaysAgainThatAnEndpointIsActiveEndsNoWaiting() throws Exception {
        String id = shop.join();
        shop.answers(message -> 500);
        earn();
        String failing = "select count(*) from privileges.webhook_lane where endpoint = '" + id
                + "' and failing_since < now() - interval '47 hours' and due > now() + interval '1 hour'";
        Bench.await("a try", () -> !shop.of(member).isEmpty());
        Bench.await("it waits", () -> {
            bench.execute("update privileges.webhook_lane set failing_since = now() - interval '48 hours',"
                    + " due = now() + interval '2 hours' where endpoint = '" + id + "' and not held");
            return bench.number(failing) == 1;
        });

        patch(id, "active");
        assertThat(bench.number(failing)).isEqualTo(1);

        patch(id, "disabled");
        patch(id, "active");
        Bench.await("it begins anew", () -> bench.number(failing) == 0);
    }

    @Test
    void whatFailsAfterItsEndpointWasMadeActiveAgainWaitsAsAfterItsFirstFailure() throws Exception {
        String id = shop.join();
        String lane = " from privileges.webhook_lane where endpoint = '" + id + "'";
        shop.answers(message -> 500);
        earn();
        Bench.await("a try", () -> !shop.of(member).isEmpty());
        CountDownLatch answered = new CountDownLatch(1);
        shop.answers(message -> {
            awaitQuietly(answered);
            return 500;
        });
        Bench.await("it failed a dozen times, and another is on its way", () -> {
            bench.execute("update privileges.webhook_lane set attempts = 14, due = now() where endpoint = '" + id
                    + "' and not held and attempts < 14");
            return bench.number("select count(*)" + lane + " and held and attempts = 14") == 1;
        });

        patch(id, "disabled");
        patch(id, "active");
        answered.countDown();

        Bench.await(
                "it failed once",
                () -> bench.number("select count(*)" + lane + " and attempts >= 1 and attempts < 14") == 1);
        assertThat(bench.number("select count(*)" + lane + " and due > now() + interval '1 minute'"))
                .isZero();
    }

    @Test
    void aWithdrawalTakesOutWhatAPartnerWasToldThatNoLongerListens() throws Exception {
        String id = shop.join();
        earn();
        Bench.await("all of it", () -> shop.of(member).size() >= 5);
        assertThat(shop.as().delete("/v1/webhooks/" + id).statusCode()).isEqualTo(204);

        wire.consent(member, shop.partner, 2, false);
        Bench.await(
                "the withdrawal",
                () -> bench.number("select count(*) from privileges.webhook_event where member = '" + member + "'")
                        == 1);
        wire.consent(member, shop.partner, 3, true);
        wire.score(member, 2, 640);
        Api.awaitTier(member, "car-hire", "no-deposit");

        assertThat(feed(0).getList("events.event.type", String.class)).containsExactly("consent.withdrawn");
    }

    private void patch(String id, String state) {
        assertThat(shop.as()
                        .body("{\"state\":\"" + state + "\"}")
                        .patch("/v1/webhooks/" + id)
                        .statusCode())
                .isEqualTo(200);
    }

    /** As a process that was killed with an event on its way: the lane is leased to nobody who would give it back. */
    @Test
    void whatADeadProcessHadTakenIsTakenByAnother() throws Exception {
        String id = shop.join();
        shop.answers(message -> 500);
        earn();
        Bench.await("a try", () -> !shop.of(member).isEmpty());
        bench.execute("update privileges.webhook_lane set lease = lease + 1, due = now() + interval '1 second'"
                + " where endpoint = '" + id + "'");
        shop.answers(message -> 204);

        Bench.await(
                "all of it",
                () -> shop.of(member).stream().map(Message::sequence).distinct().count() >= 5);
        assertInOrder(member, 5);
    }

    @Test
    void whatFailsForThreeDaysDisablesTheEndpointAndThePartnerSeesWhy() throws Exception {
        String id = shop.join();
        shop.answers(message -> 500);
        earn();
        Bench.await(
                "a try",
                () -> bench.number("select count(*) from privileges.webhook_lane where endpoint = '" + id
                                + "' and failing_since is not null")
                        > 0);
        String fail = "update privileges.webhook_lane set failing_since = now() - interval '73 hours', due = now()"
                + " where endpoint = '" + id + "'";
        bench.execute(fail);
        // What failed before it was made active does not count.
        Bench.await(
                "two more",
                () -> bench.number("select count(*) from privileges.webhook_lane where endpoint = '" + id
                                + "' and failing_since < now() - interval '72 hours' and attempts > 2")
                        > 0);
        assertThat(shop.as().get("/v1/webhooks/" + id).jsonPath().getString("state"))
                .isEqualTo("active");

        bench.execute(
                "update privileges.webhook set active_since = now() - interval '73 hours' where id = '" + id + "'");
        bench.execute(fail);

        Bench.await("it is disabled", () -> shop.as()
                .get("/v1/webhooks/" + id)
                .jsonPath()
                .getString("state")
                .equals("disabled"));
        assertThat(shop.as().get("/v1/webhooks/" + id).jsonPath().getString("reason"))
                .contains("failed for 72 hours", "answered 500");
    }

    @Test
    void anEndpointThatIsDeletedWithEventsOnTheirWayIsGone() throws Exception {
        String path = "/v1/webhooks/" + shop.join();
        shop.answers(message -> 500);
        earn();
        Bench.await("a try", () -> !shop.of(member).isEmpty());

        assertThat(shop.as().delete(path).statusCode()).isEqualTo(204);
        assertThat(shop.as().get(path).statusCode()).isEqualTo(404);
        assertThat(shop.as().get("/v1/webhooks").jsonPath().getList("$")).isEmpty();
    }

    @Test
    void whoWaitsAtTheFeedHearsAtOnce() throws Exception {
        shop.join();
        Thread earning = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(1_500);
                earn();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(shop.as().get("/v1/events?after=0&wait=20").jsonPath().getList("events"))
                .isNotEmpty();
        earning.join();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"types\":[\"score.changed\"]}                                              | url",
                "{\"url\":\"http://hooks.acme.com/\",\"types\":[\"score.changed\"]}           | url",
                "{\"url\":\"https://10.0.0.1/\",\"types\":[\"score.changed\"]}                | url",
                "{\"url\":7,\"types\":[\"score.changed\"]}                                    | url",
                "{\"url\":\"https://hooks.acme.com/\"}                                        | types",
                "{\"url\":\"https://hooks.acme.com/\",\"types\":[]}                           | types",
                "{\"url\":\"https://hooks.acme.com/\",\"types\":[\"moon\"]}                   | types[0]",
                "{\"url\":\"https://hooks.acme.com/\",\"types\":[\"score.changed\",\"score.changed\"]} | types[1]",
                "{\"url\":\"https://hooks.acme.com/\",\"types\":[null]}                       | types[0]",
                "{\"url\":\"https://hooks.acme.com/\",\"types\":[\"score.changed\"],\"x\":1}  | x"
            })
    void aBadFieldIsNamed(String body, String field) {
        Response response = shop.as().body(body).post("/v1/webhooks");

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        assertThat(response.jsonPath().getString("violations[0].field")).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=-1",
                "after=soon",
                "after=",
                "wait=21",
                "wait=-1",
                "wait=1.5",
                "more=1",
                "after=%D9%A1",
                "after=%2B1"
            })
    void aBadParameterOfTheFeedIsNamed(String query) {
        Response response = shop.as().get("/v1/events?" + query);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        assertThat(response.jsonPath().getString("violations[0].field")).isEqualTo(query.replaceAll("=.*", ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void aCursorBeyondTheLastEventIsRefusedAtOnceAndThatOfAnEventTakenOutIsNot(int wait) throws Exception {
        assertThat(beyond(1, wait)).isEqualTo("after is '1'; allowed: 0 to 0");
        assertThat(feed(0).getLong("next")).isZero();

        shop.join();
        earn();
        Bench.await("all of it", () -> feed(0).getList("events").size() >= 5);
        long last = feed(0).getLong("next");
        assertThat(feed(last).getLong("next")).isEqualTo(last);
        assertThat(beyond(last + 1, wait)).isEqualTo("after is '" + (last + 1) + "'; allowed: 0 to " + last);

        wire.consent(member, shop.partner, 2, false);
        Bench.await("nothing but the withdrawal", () -> feed(0).getList("events.event.type")
                .equals(List.of("consent.withdrawn")));
        assertThat(feed(last).getList("events")).hasSize(1);
    }

    private String beyond(long after, int wait) {
        Response response = shop.as().get("/v1/events?after=" + after + "&wait=" + wait);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        assertThat(response.jsonPath().getString("violations[0].field")).isEqualTo("after");
        return response.jsonPath().getString("detail");
    }

    @Test
    void anotherPartnersEndpointIsAsIfItWereNot() throws Exception {
        String path = "/v1/webhooks/" + shop.join();
        try (Shop other = new Shop()) {
            assertThat(other.as().get("/v1/webhooks").jsonPath().getList("$")).isEmpty();
            assertThat(other.as().get(path).statusCode()).isEqualTo(404);
            assertThat(other.as().get(path + "/deliveries").statusCode()).isEqualTo(404);
            assertThat(other.as().delete(path).statusCode()).isEqualTo(404);
            assertThat(other.as().body("{}").patch(path).statusCode()).isEqualTo(404);
            for (String act : List.of("/secret", "/challenge", "/test", "/events/msg_1/replay")) {
                assertThat(other.as().post(path + act).statusCode()).as(act).isEqualTo(404);
            }
            assertThat(other.as()
                            .body("{\"since\":\"2026-11-01T00:00:00Z\"}")
                            .post(path + "/replay")
                            .statusCode())
                    .isEqualTo(404);
        }
        for (String token : List.of(Tokens.operator(), Tokens.member(member), Tokens.analyst())) {
            assertThat(RestAssured.given()
                            .auth()
                            .oauth2(token)
                            .get("/v1/webhooks")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(RestAssured.given()
                            .auth()
                            .oauth2(token)
                            .get("/v1/events")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void whatIsNoIdIsNobodys() throws Exception {
        String id = shop.join();
        for (String none : List.of("wh_%00", "wh_1", "msg_%00")) {
            String path = "/v1/webhooks/" + none;
            assertThat(raw().get(path).statusCode()).as(none).isEqualTo(404);
            assertThat(raw().delete(path).statusCode()).as(none).isEqualTo(404);
            assertThat(raw().post("/v1/webhooks/" + id + "/events/" + none + "/replay")
                            .statusCode())
                    .as(none)
                    .isEqualTo(404);
        }
    }

    private RequestSpecification raw() {
        return shop.as().urlEncodingEnabled(false);
    }

    @Test
    void ofManyThatAreRegisteredAtOnceTenAre() throws Exception {
        String body = "{\"url\":\"https://hooks.acme.com/\",\"types\":[\"score.changed\"]}";
        List<Integer> statuses = new CopyOnWriteArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 25; i++) {
                callers.execute(() ->
                        statuses.add(shop.as().body(body).post("/v1/webhooks").statusCode()));
            }
        }
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(10);
    }

    @Test
    void nobodyIsChallengedWithoutEnd() throws Exception {
        String id = shop.as()
                .body("{\"url\":\"https://nobody.invalid.acme.com/\",\"types\":[\"score.changed\"]}")
                .post("/v1/webhooks")
                .jsonPath()
                .getString("id");
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            statuses.add(shop.as().post("/v1/webhooks/" + id + "/challenge").statusCode());
        }
        assertThat(statuses).startsWith(422, 422).endsWith(429);
    }

    private JsonPath feed(long after) {
        Response response = shop.as().get("/v1/events?after=" + after);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }
}
