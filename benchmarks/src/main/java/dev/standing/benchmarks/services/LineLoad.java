package dev.standing.benchmarks.services;

import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Client;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Sends lines to ingest and reads outcomes at the same time, as the door wants it: it takes no more lines than it may answer. */
final class LineLoad {
    private static final int OK = 200;

    private final Suite suite;
    private final String path;
    private final String token;

    LineLoad(Suite suite, String path, String token) {
        this.suite = suite;
        this.path = path;
        this.token = token;
    }

    /**
     * Sends the lines; each outcome has to have {@code good} in it.
     *
     * @return lines a second, from the first sent to the last answered
     */
    double perSecond(long count, LongFunction<String> lines, String good) {
        AtomicLong taken = new AtomicLong();
        AtomicReference<String> other = new AtomicReference<>("none");
        long start = System.nanoTime();
        int status = new Client(suite, token)
                .stream(Service.INGEST, path)
                        .send(LongStream.range(0, count).mapToObj(lines).iterator(), outcome -> {
                            if (outcome.contains(good)) {
                                taken.incrementAndGet();
                            } else {
                                other.compareAndSet("none", outcome);
                            }
                        });
        double seconds = (System.nanoTime() - start) / 1e9;
        if (status != OK || taken.get() != count) {
            throw new IllegalStateException(path + " answered " + status + " and took " + taken + " of " + count
                    + ", first of the others: " + other);
        }
        return count / seconds;
    }
}
