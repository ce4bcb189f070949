package dev.standing.benchmarks.influence;

import dev.standing.influence.store.Community;
import dev.standing.influence.store.TieRows;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What memory allows: a plain loop that sums what friends are told, over the kernel's own arrays, and nothing else. */
final class Roofline {
    private static final int CHUNK = 2048;

    private final Community community;
    private final int threads;
    /** Keeps the sums from being optimised away. */
    private long last;

    Roofline(Community community, int threads) {
        this.community = community;
        this.threads = threads;
    }

    /** One pass over all rows; says its nanoseconds. */
    long pass() {
        AtomicInteger next = new AtomicInteger();
        LongAdder sum = new LongAdder();
        Thread[] workers = new Thread[threads];
        long start = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            workers[t] = Thread.ofPlatform().start(() -> sum.add(share(next)));
        }
        for (Thread worker : workers) {
            join(worker);
        }
        long nanos = System.nanoTime() - start;
        last = sum.sum();
        if (last == Long.MIN_VALUE) {
            throw new IllegalStateException("impossible sum");
        }
        return nanos;
    }

    private long share(AtomicInteger next) {
        long sum = 0;
        int members = community.size();
        while (true) {
            int from = next.getAndAdd(CHUNK);
            if (from >= members) {
                return sum;
            }
            sum += sum(from, Math.min(members, from + CHUNK));
        }
    }

    private long sum(int from, int to) {
        TieRows rows = community.ties();
        int[] told = community.told();
        long sum = 0;
        for (int i = from; i < to; i++) {
            int arcs = rows.live(i);
            if (arcs > 0) {
                int[] ids = rows.neighbours(i);
                int first = rows.offset(i);
                for (int k = first; k < first + arcs; k++) {
                    sum += told[ids[k]];
                }
            }
        }
        return sum;
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }
}
