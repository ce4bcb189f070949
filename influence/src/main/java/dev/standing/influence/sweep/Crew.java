package dev.standing.influence.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A few threads that share out ranges of members; what each range gives is put together by its maximum. */
public final class Crew implements AutoCloseable {
    /** A range of members, from inclusive, to exclusive; gives a number whose maximum over all ranges is wanted. */
    public interface Range {
        long work(int from, int to);
    }

    /** More of them do not lie in a core's own cache, with all their ties. */
    private static final int LARGEST_RANGE = 4096;

    private static final int RANGES_FOR_EACH = 4;

    private final int threads;
    private final ExecutorService workers;

    public Crew(int threads) {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("threads is " + threads + "; allowed: 1 to 1024");
        }
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads);
    }

    /** Members in a range, of which ranges begin at multiples: whole blocks, and in a small community so few that everybody has some. */
    int range(int members) {
        int share = members / threads / RANGES_FOR_EACH;
        return Math.clamp(share / Distances.BLOCK, 1, LARGEST_RANGE / Distances.BLOCK) * Distances.BLOCK;
    }

    /** Each thread makes itself a worker, which then takes ranges until none is left. */
    public long largest(int members, Supplier<Range> worker) {
        AtomicInteger next = new AtomicInteger();
        List<Callable<Long>> shares = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            shares.add(() -> share(members, range(members), worker.get(), next));
        }
        long largest = 0;
        try {
            for (var share : workers.invokeAll(shares)) {
                largest = Math.max(largest, share.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while settling", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread failed while settling", e.getCause());
        }
        return largest;
    }

    private static long share(int members, int size, Range range, AtomicInteger next) {
        long largest = 0;
        while (true) {
            long from = (long) next.getAndIncrement() * size;
            if (from >= members) {
                return largest;
            }
            largest = Math.max(largest, range.work((int) from, (int) Math.min(members, from + size)));
        }
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
