package dev.standing.privileges.webhooks.sending;

import dev.standing.privileges.webhooks.signing.Keys;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one signed message. The name is resolved once; all its addresses have to be allowed; and the connection goes to one of these very
 * addresses, whatever the name means by then, while the certificate still has to be the name's. No redirect is followed, and of the
 * answer no more is read than is shown. Never fails: what went wrong is in the answer. May be called from any thread.
 */
public final class Sender implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int KEPT_SECONDS = 15;

    /** Below it, what follows is no body: 101 speaks of another protocol. */
    private static final int LEAST_STATUS = 200;

    private final HttpClient client;
    private final Addresses known = new Addresses();
    private final Names names;
    private final Duration deadline;
    private final boolean allowLoopback;
    private final InstantSource clock;

    /**
     * A sender.
     *
     * @param deadline how long one attempt may take
     * @param connections how many there may be to one address: no fewer than are sent at a time, for whoever waits for a connection that
     *     another endpoint holds is taken for one that does not answer
     * @param clock the machine's: receivers compare it with theirs
     */
    public Sender(
            Vertx vertx, Names names, Duration deadline, int connections, boolean allowLoopback, InstantSource clock) {
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setKeepAliveTimeout(KEPT_SECONDS))
                .with(new PoolOptions().setHttp1MaxSize(connections))
                .withConnectHandler(FinalAnswers::on)
                .build();
        this.names = names;
        this.deadline = deadline;
        this.allowLoopback = allowLoopback;
        this.clock = clock;
    }

    /** The place, or null where nothing may be sent there. */
    public @Nullable TargetUrl target(String url) {
        return TargetUrl.of(url, allowLoopback);
    }

    /** The message {@code id}, signed as of now. */
    public Uni<Answer> send(String url, Keys keys, String id, String body) {
        long begin = System.nanoTime();
        TargetUrl target = target(url);
        if (target == null) {
            return Uni.createFrom().item(Answer.failed("the address is not allowed", 0));
        }
        Exchange exchange = new Exchange(begin);
        return names.resolve(target.host())
                .chain(addresses -> exchange.run(target, addresses, keys, id, body))
                .ifNoItem()
                .after(deadline)
                .recoverWithItem(() -> exchange.late())
                .onFailure()
                .recoverWithItem(e -> Answer.failed(fault(e), millisSince(begin)))
                .onTermination()
                .invoke(exchange::end);
    }

    /** No more of it than what sort it is: texts of the platform name addresses of our own. */
    private static String fault(Throwable e) {
        return switch (e) {
            case UncheckedIOException name -> "the name is not known";
            case SSLException tls -> "no TLS by a certificate that is trusted for this name";
            case ConnectException connection -> "no connection";
            default -> "the connection broke";
        };
    }

    private static int millisSince(long begin) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        var unused = client.close();
    }

    /** One attempt. */
    private final class Exchange {
        private final long begin;
        private final AtomicReference<@Nullable HttpClientRequest> request = new AtomicReference<>();
        private final AtomicReference<@Nullable Reading> reading = new AtomicReference<>();
        private volatile boolean over;

        Exchange(long begin) {
            this.begin = begin;
        }

        Uni<Answer> run(TargetUrl target, List<InetAddress> addresses, Keys keys, String id, String body) {
            if (addresses.isEmpty() || !addresses.stream().allMatch(each -> target.allows(each, known))) {
                return Uni.createFrom()
                        .item(Answer.failed("the name leads to an address that is not allowed", millisSince(begin)));
            }
            return Uni.createFrom()
                    .completionStage(() -> client.request(options(target, addresses.getFirst(), keys, id, body))
                            .compose(sending -> {
                                // Told to whoever waits for the answer; the platform would log it as a fault of ours.
                                sending.exceptionHandler(failure -> {});
                                request.set(sending);
                                if (over) {
                                    sending.reset();
                                }
                                return sending.send(Buffer.buffer(body)).compose(this::read);
                            })
                            .toCompletionStage());
        }

        private Future<Answer> read(HttpClientResponse response) {
            Reading text = new Reading(response);
            reading.set(text);
            return response.statusCode() < LEAST_STATUS
                    ? Future.succeededFuture(answer(text))
                    : text.end().map(nothing -> answer(text));
        }

        private Answer answer(Reading text) {
            HttpClientResponse response = text.response();
            return new Answer(
                    response.statusCode(),
                    text.text(),
                    null,
                    RetryAfter.of(response.getHeader("Retry-After"), clock.instant()),
                    millisSince(begin));
        }

        /** A status that came in time counts, however long the body takes. */
        Answer late() {
            Reading text = reading.get();
            return text == null ? Answer.failed("no answer in time", millisSince(begin)) : answer(text);
        }

        /** What is still under way is of no use to anybody. */
        void end() {
            over = true;
            HttpClientRequest sending = request.get();
            Reading text = reading.get();
            if (sending != null && (text == null || !text.isWhole())) {
                sending.reset();
            }
        }
    }

    private RequestOptions options(TargetUrl target, InetAddress address, Keys keys, String id, String body) {
        Instant at = clock.instant();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(target.isSecure())
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port())))
                .setHost(target.host())
                .setPort(target.port())
                .setURI(target.resource())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Standing")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", String.valueOf(at.getEpochSecond()))
                .putHeader("webhook-signature", keys.sign(id, at, body));
    }
}
