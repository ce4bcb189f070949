package dev.standing.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/**
 * Sends requests to one port of the loopback from one event loop, so that the load itself takes as little of the machine
 * as it can, and bounded in time. Single use of each run; the histogram is touched by the event loop only.
 */
public final class Load implements AutoCloseable {
    private static final int HIGHEST_MICROS = 60_000_000;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final int connections;
    private final int port;
    private final int expectedStatus;

    public Load(int port, int connections, int expectedStatus) {
        this.port = port;
        this.connections = connections;
        this.expectedStatus = expectedStatus;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(-1)
                .setKeepAlive(true)
                .setPipelining(false));
    }

    /** Every connection sends its next request as soon as it has its answer. */
    public Result closed(Duration length, LongFunction<Shot> shots) {
        Run run = new Run(shots, System.nanoTime() + length.toNanos());
        vertx.getOrCreateContext().runOnContext(start -> {
            for (int i = 0; i < connections; i++) {
                run.sendNextUntilDeadline();
            }
        });
        return run.await();
    }

    /** Requests are sent when they are due, whether or not earlier ones were answered. */
    public Result open(Duration length, int perSecond, LongFunction<Shot> shots) {
        Run run = new Run(shots, System.nanoTime() + length.toNanos());
        vertx.getOrCreateContext().runOnContext(start -> run.sendDue(perSecond));
        return run.await();
    }

    @Override
    public void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private final class Run {
        private final LongFunction<Shot> shots;
        private final long startInNanos = System.nanoTime();
        private final long deadlineInNanos;
        private final Histogram latencyInMicros = new Histogram(HIGHEST_MICROS, 3);
        private final CountDownLatch finished = new CountDownLatch(1);
        private long sent;
        private long answered;
        private long failed;
        private boolean sending = true;
        private volatile long endInNanos;

        Run(LongFunction<Shot> shots, long deadlineInNanos) {
            this.shots = shots;
            this.deadlineInNanos = deadlineInNanos;
        }

        void sendNextUntilDeadline() {
            if (System.nanoTime() < deadlineInNanos) {
                send(System.nanoTime(), this::sendNextUntilDeadline);
            } else {
                sending = false;
                finishWhenAllAnswered();
            }
        }

        void sendDue(int perSecond) {
            long now = System.nanoTime();
            long due = Math.min(now, deadlineInNanos) - startInNanos;
            while (sent * 1e9 / perSecond < due) {
                send(startInNanos + (long) (sent * 1e9 / perSecond), () -> {});
            }
            if (now < deadlineInNanos) {
                vertx.setTimer(1, again -> sendDue(perSecond));
            } else {
                sending = false;
                finishWhenAllAnswered();
            }
        }

        private void send(long dueInNanos, Runnable then) {
            Shot shot = shots.apply(sent++);
            RequestOptions options = new RequestOptions()
                    .setHost("127.0.0.1")
                    .setPort(port)
                    .setMethod(shot.method())
                    .setURI(shot.path());
            if (!shot.token().isEmpty()) {
                options.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + shot.token());
            }
            if (!shot.body().isEmpty()) {
                options.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
            }
            client.request(options)
                    .compose(request -> respond(request, shot.body()))
                    .onComplete(answer -> {
                        if (answer.succeeded() && answer.result() == expectedStatus) {
                            long micros = (System.nanoTime() - dueInNanos) / 1000;
                            latencyInMicros.recordValue(Math.min(micros, HIGHEST_MICROS));
                        } else {
                            failed++;
                        }
                        answered++;
                        then.run();
                        finishWhenAllAnswered();
                    });
        }

        private io.vertx.core.Future<Integer> respond(HttpClientRequest request, String body) {
            return (body.isEmpty() ? request.send() : request.send(Buffer.buffer(body)))
                    .compose(response -> response.body().map(whole -> response.statusCode()));
        }

        private void finishWhenAllAnswered() {
            if (!sending && answered == sent && endInNanos == 0) {
                endInNanos = System.nanoTime();
                finished.countDown();
            }
        }

        Result await() {
            try {
                finished.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the load was interrupted", e);
            }
            return new Result(answered - failed, failed, (endInNanos - startInNanos) / 1e9, latencyInMicros);
        }
    }
}
