package dev.standing.privileges.webhooks.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.privileges.webhooks.signing.Keys;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To where it must not, it makes no connection; from where it may, it reads no more than it needs. */
class SenderTest {
    /** Who answers at all does so within it on a busy machine too. */
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private static final int AT_A_TIME = 64;

    private final Vertx vertx = Vertx.vertx();
    private final Listener listener = new Listener();
    private final Deque<List<InetAddress>> answers = new ArrayDeque<>();
    private int asked;

    @AfterEach
    void close() throws IOException {
        listener.close();
        vertx.close();
    }

    /** A name server that says something else each time. */
    private synchronized Uni<List<InetAddress>> resolve(String host) {
        asked++;
        List<InetAddress> next = answers.size() > 1 ? answers.remove() : answers.peek();
        return next == null
                ? Uni.createFrom().failure(new UncheckedIOException(new UnknownHostException(host)))
                : Uni.createFrom().item(next);
    }

    private Sender sender(boolean allowLoopback) {
        return new Sender(vertx, this::resolve, DEADLINE, AT_A_TIME, allowLoopback, InstantSource.system());
    }

    private Answer send(String url, boolean allowLoopback) {
        try (Sender sender = sender(allowLoopback)) {
            return sender.send(url, Keys.generate(false), "msg_1", "{}").await().atMost(DEADLINE.multipliedBy(2));
        }
    }

    private static List<InetAddress> addresses(String... texts) {
        return Arrays.stream(texts)
                .map(text -> {
                    try {
                        return InetAddress.getByName(text);
                    } catch (UnknownHostException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    static Stream<String> hostile() {
        return Hostile.URLS.stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileUrlIsRefusedBeforeAnyNameIsAskedFor(String url) throws Exception {
        answers.add(addresses("127.0.0.1"));

        Answer answer = send(url.replace("PORT", String.valueOf(listener.port())), false);

        assertThat(answer.status()).isNull();
        assertThat(answer.fault()).isEqualTo("the address is not allowed");
        assertThat(asked).isZero();
        assertThat(listener.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void aNameThatLeadsInsideIsNotConnectedTo(String address) throws Exception {
        answers.add(addresses(address));

        Answer answer = send("https://hooks.acme.com:" + listener.port() + "/", false);

        assertThat(answer.fault()).isEqualTo("the name leads to an address that is not allowed");
        assertThat(listener.connections()).isZero();
    }

    @Test
    void aPublicAddressBesideAPrivateOneDoesNotMakeItRight() throws Exception {
        answers.add(addresses("93.184.216.34", "127.0.0.1"));

        assertThat(send("https://hooks.acme.com:" + listener.port() + "/", false)
                        .fault())
                .isEqualTo("the name leads to an address that is not allowed");
        assertThat(listener.connections()).isZero();
    }

    @Test
    void aNameIsAskedForOnceAndTheConnectionGoesToWhatWasAnswered() throws Exception {
        answers.add(addresses("127.0.0.2"));
        answers.add(addresses("127.0.0.1"));
        try (Listener other = new Listener("127.0.0.2", listener.port())) {
            other.answers("HTTP/1.1 204 No Content\r\n\r\n");

            assertThat(send("http://localhost:" + listener.port() + "/", true).status())
                    .isEqualTo(204);

            assertThat(asked).isEqualTo(1);
            assertThat(other.connections()).isEqualTo(1);
            assertThat(other.heard()).contains("host: localhost:" + listener.port());
            assertThat(listener.connections()).isZero();
        }
    }

    @Test
    void thisMachineIsNotMeantByAnotherAddressOfTheSameName() throws Exception {
        answers.add(addresses("10.0.0.1"));

        assertThat(send("http://localhost:" + listener.port() + "/", true).fault())
                .isEqualTo("the name leads to an address that is not allowed");
    }

    private Answer answered(String answer) {
        answers.add(addresses("127.0.0.1"));
        listener.answers(answer);
        return send("http://127.0.0.1:" + listener.port() + "/hook?a=b", true);
    }

    @Test
    void aMessageCarriesItsHeadersAndItsAnswerIsKept() {
        Answer answer = answered("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine");

        assertThat(answer.isTaken()).isTrue();
        assertThat(answer.text()).isEqualTo("fine");
        assertThat(listener.heard())
                .startsWith("POST /hook?a=b HTTP/1.1")
                .contains("webhook-id: msg_1", "webhook-timestamp: ", "webhook-signature: v1,");
    }

    @Test
    void aRedirectIsNotFollowed() {
        Answer answer = answered("HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:" + listener.port()
                + "/inside\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.isTaken()).isFalse();
        assertThat(listener.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100 Continue", "102 Processing", "103 Early Hints", "104 Upload", "199 Else"})
    void whatIsSaidBeforeTheAnswerIsNotTheAnswer(String before) {
        String twice = ("HTTP/1.1 " + before + "\r\nLink: </a>\r\n\r\n").repeat(2);

        Answer answer = answered(twice + "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nlate");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).isEqualTo("late");
    }

    @Test
    void anotherProtocolIsNotWaitedFor() {
        Answer answer =
                answered("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");

        assertThat(answer.status()).isEqualTo(101);
        assertThat(answer.isTaken()).isFalse();
        assertThat(answer.millis()).isLessThan((int) DEADLINE.toMillis());
    }

    @Test
    void megabytesAreReadNoFurtherThanTheyAreShown() {
        Answer answer = answered("HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n" + "x".repeat(5_000_000));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).hasSize(1024);
    }

    @Test
    void whoeverAnswersNothingIsLeftInTime() {
        long begin = System.nanoTime();

        assertThat(answered("").fault()).isEqualTo("no answer in time");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(DEADLINE, DEADLINE.multipliedBy(5));
    }

    @Test
    void whoAnswersNothingHoldsUpNobodyElseAtTheSameAddressAndNoLog() {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Handler log = new Log(logged);
        Logger.getLogger("io.vertx").addHandler(log);
        answers.add(addresses("127.0.0.1"));
        listener.answers("/good", "HTTP/1.1 204 No Content\r\n\r\n");
        String address = "http://127.0.0.1:" + listener.port();
        try (Sender sender = sender(true)) {
            List<CompletableFuture<Answer>> silent = IntStream.range(0, AT_A_TIME - 1)
                    .mapToObj(i -> sender.send(address + "/silent", Keys.generate(false), "msg_" + i, "{}")
                            .subscribeAsCompletionStage())
                    .toList();

            Answer good = sender.send(address + "/good", Keys.generate(false), "msg_good", "{}")
                    .await()
                    .atMost(DEADLINE.multipliedBy(2));

            assertThat(good.status()).as(good.said()).isEqualTo(204);
            assertThat(silent)
                    .allSatisfy(answer -> assertThat(answer.join().fault()).isEqualTo("no answer in time"));
            assertThat(logged).isEmpty();
        } finally {
            Logger.getLogger("io.vertx").removeHandler(log);
        }
    }

    private static final class Log extends Handler {
        private final List<LogRecord> records;

        Log(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void aBodyThatNeverEndsDoesNotHoldUpItsStatus() {
        assertThat(answered("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nfi").status())
                .isEqualTo(200);
    }

    @Test
    void garbageIsNoAnswer() {
        assertThat(answered("SSH-2.0-OpenSSH_9.2\r\n\r\n").fault()).isEqualTo("the connection broke");
    }

    @Test
    void anUnknownNameIsSaidToBeOne() {
        assertThat(send("https://hooks.acme.com/", false).fault()).isEqualTo("the name is not known");
    }

    @Test
    void retryAfterIsHeardInSecondsAndAsADateAndIsBounded() {
        assertThat(answered("HTTP/1.1 503 No\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n")
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(7));
        assertThat(RetryAfter.of("Thu, 01 Jan 1970 00:01:00 GMT", Instant.EPOCH))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(RetryAfter.of("999999999", Instant.EPOCH)).isEqualTo(Duration.ofDays(1));
        for (String nonsense : List.of("", "-5", "soon", "1e9", "٣", "99999999999999999999")) {
            assertThat(RetryAfter.of(nonsense, Instant.EPOCH)).isNull();
        }
    }
}
