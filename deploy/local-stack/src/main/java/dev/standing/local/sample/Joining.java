package dev.standing.local.sample;

import dev.standing.local.home.StackFailure;
import dev.standing.local.sample.community.Community;
import dev.standing.local.sample.community.SampleRecord;
import dev.standing.local.token.Identity;
import dev.standing.stack.Await;
import dev.standing.stack.Service;
import dev.standing.stack.http.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Sends a community in portions: members and ties as an operator would, then each partner its records. */
final class Joining {

    private static final int PORTION = 500;
    private static final int BAR_WIDTH = 78;
    private static final long SCORED_PATIENCE_SECONDS = 180;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Community community;
    private final Api api;
    private final Path file;
    private final Consumer<String> terminal;

    Joining(Community community, Api api, Path file, Consumer<String> terminal) {
        this.community = community;
        this.api = api;
        this.file = file;
        this.terminal = terminal;
    }

    private record Portion(String path, Identity sender, List<?> lines) {}

    /** Sends all that {@code progress} does not count as done. */
    void run(Progress progress, boolean watched) {
        List<Portion> portions = portions();
        int total =
                portions.stream().mapToInt(portion -> portion.lines().size()).sum();
        if (progress.done() >= total) {
            return;
        }
        terminal.accept("");
        terminal.accept("A sample community joins, as partners and an operator would send it:");
        terminal.accept("  %,d members, %,d ties, %,d records over two years, from %d partners."
                .formatted(
                        community.members().size(),
                        community.ties().size(),
                        community.recordCount(),
                        community.recordsByPartner().size()));
        Progress now = progress;
        now.save(file);
        try (ProgressBar bar = watched ? bar(total) : null) {
            int done = 0;
            for (Portion portion : portions) {
                done += portion.lines().size();
                if (done > now.done()) {
                    api.postLines(portion.path(), portion.sender(), portion.lines());
                    now = now.withDone(done);
                    now.save(file);
                }
                if (bar != null) {
                    bar.stepTo(done);
                }
            }
        }
    }

    private static ProgressBar bar(int total) {
        return new ProgressBarBuilder()
                .setTaskName("  joining")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(BAR_WIDTH)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(System.out, BAR_WIDTH))
                .build();
    }

    private List<Portion> portions() {
        List<Portion> portions = new ArrayList<>();
        cut(portions, "/v1/imports/members", Identity.operator(), community.members());
        cut(portions, "/v1/imports/ties", Identity.operator(), community.ties());
        community
                .recordsByPartner()
                .forEach((partner, records) -> cut(portions, "/v1/records/stream", Identity.partner(partner), records));
        return portions;
    }

    private static void cut(List<Portion> portions, String path, Identity sender, List<?> lines) {
        for (int from = 0; from < lines.size(); from += PORTION) {
            portions.add(new Portion(path, sender, lines.subList(from, Math.min(lines.size(), from + PORTION))));
        }
    }

    /** Waits until the last record of each partner counts. */
    void awaitScored() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SCORED_PATIENCE_SECONDS);
        for (Map.Entry<String, List<SampleRecord>> each :
                community.recordsByPartner().entrySet()) {
            String last = each.getValue().getLast().id();
            while (!isScored(each.getKey(), last)) {
                if (System.nanoTime() > deadline) {
                    throw new StackFailure("The sample is not scored after " + SCORED_PATIENCE_SECONDS
                            + " s: see the log of scoring-service. ./standing run goes on where it stopped.");
                }
                Await.pause(PAUSE);
            }
        }
    }

    private boolean isScored(String partner, String id) {
        Answer answer = api.get(Service.INGEST, "/v1/records/" + id, Identity.partner(partner));
        return answer.status() == 200 && answer.json().path("state").asText().equals("scored");
    }
}
