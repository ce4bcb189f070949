package dev.standing.settle;

import dev.standing.contracts.policy.InvalidPolicy;
import dev.standing.contracts.policy.PolicyDocument;
import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.input.Places;
import dev.standing.influence.input.Scale;
import dev.standing.influence.policy.InfluenceDocument;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.Removal;
import dev.standing.influence.report.SettleOutcome;
import dev.standing.influence.report.ShunningReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Settles the scores of a community out of files and writes them to a file. Exit code 2: the input was refused. */
@Command(
        name = "./standing settle",
        description = "Settles scores over the ties of files; needs no service running.",
        mixinStandardHelpOptions = true)
final class SettleCommand implements Callable<Integer> {
    private static final int REFUSED = 2;
    private static final double NOTICEABLE_POINTS = Scale.RANGE_POINTS / 100.0;
    private static final double AVERAGE_SHARE = 0.3;

    /** What can be reported beside scores. */
    enum Report {
        shunning
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "TIES.csv", description = "a,b or a,b,weight; a heading is passed over")
    private Path tiesFile = Path.of("");

    @Parameters(index = "1", paramLabel = "BASES.csv", description = "member,base; a heading is passed over")
    private Path basesFile = Path.of("");

    @Option(names = "--policy", required = true, paramLabel = "POLICY.yaml", description = "the influence policy")
    private Path policyFile = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "OUT.csv", description = "member,base,influence,score")
    private Path outFile = Path.of("");

    @Option(
            names = "--no-heading",
            description = "the first line of TIES.csv is a tie, even where it names nobody who has a base")
    private boolean noHeading;

    @Option(names = "--precise", description = "scores in full precision instead of whole points")
    private boolean precise;

    @Option(names = "--threads", paramLabel = "N", description = "default: as many as processors")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--eps",
            paramLabel = "POINTS",
            defaultValue = "0.01",
            description = "how far a score may be from the exact one, default ${DEFAULT-VALUE}")
    private double epsPoints;

    @Option(
            names = "--report",
            paramLabel = "shunning",
            description = "what each member could gain by dropping one friend, beside OUT.csv as OUT.shunning.csv")
    private @Nullable Report report;

    @Option(names = "--json", description = "the outcome as JSON")
    private boolean json;

    @Override
    public Integer call() {
        Progress progress = new Progress(System.err, System::nanoTime);
        try {
            Outcome outcome = settle(progress);
            progress.clear();
            spec.commandLine().getOut().println(json ? Printout.json(outcome) : Printout.lines(outcome));
            return 0;
        } catch (RefusedInput | InvalidPolicy refused) {
            progress.clear();
            spec.commandLine().getErr().println(refused.getMessage());
            return REFUSED;
        } finally {
            progress.clear();
        }
    }

    private Outcome settle(Progress progress) {
        requireThreads();
        WholeFile.requireFolder(outFile);
        PolicyDocument<InfluenceDocument> policy =
                PolicyDocument.read(policyFile.toString(), text(policyFile), InfluenceDocument.class);
        InfluencePolicy rules = policy.meaning(InfluenceDocument::policy);
        Bases bases = Bases.read(basesFile, progress);
        Heading heading = new Heading(!noHeading, bases);
        Ties ties = Ties.read(tiesFile, bases, heading, progress);
        heading.notice(tiesFile).ifPresent(notice -> {
            progress.clear();
            spec.commandLine().getErr().println(notice);
        });
        InfluenceEngine engine = load(rules, bases, ties, heading, progress);
        progress.phase("settling", 4);
        long start = System.nanoTime();
        SettleOutcome settled = engine.settle(threads, progress);
        long nanos = Math.max(1, System.nanoTime() - start);
        Result result = new Result(bases);
        Outcome.@Nullable Shunning shunning = report == null ? null : shunning(engine, result, progress);
        progress.phase("writing " + outFile.getFileName(), -1);
        WholeFile.write(outFile, out -> result.writeScores(out, engine, precise));
        return new Outcome(
                policy.content().name(),
                policy.content().version(),
                bases.size(),
                ties.count(),
                threads,
                settled.sweeps(),
                epsPoints,
                settled.residualPoints(),
                settled.provenErrorPoints() + WeightRounding.errorPoints(rules, ties.largestRounding(), bases),
                nanos / 1e9,
                settled.arcsPerSecond(nanos),
                outFile.toString(),
                shunning);
    }

    private InfluenceEngine load(InfluencePolicy rules, Bases bases, Ties ties, Heading heading, Progress progress) {
        progress.phase("loading", -1);
        try {
            return InfluenceEngine.load(
                    rules, epsPoints, 0, bases.size(), bases::points, places(bases), member -> true, ties);
        } catch (IllegalArgumentException e) {
            // The engine knows numbers, not lines: where it is a doubled tie, they are found now.
            DoubledTies.refuse(tiesFile, ties, heading, progress);
            throw new RefusedInput(String.valueOf(e.getMessage()));
        }
    }

    /** Under a key that everybody knows: an analyst sees all bases anyway, and the same files give the same scores. */
    private static IntToDoubleFunction places(Bases bases) {
        Places places = new Places("standing settle".getBytes(StandardCharsets.UTF_8));
        return member -> places.of(bases.name(member));
    }

    private Outcome.Shunning shunning(InfluenceEngine engine, Result result, Progress progress) {
        progress.phase("trying without each tie", -1);
        ShunningReport policy = engine.shunningReport(Removal.FORGOTTEN, epsPoints, threads);
        progress.phase("trying averages", -1);
        ShunningReport averages = engine.shunningReportUnderAverages(AVERAGE_SHARE, epsPoints, threads);
        Path gains = gainsFile();
        WholeFile.write(gains, out -> result.writeGains(out, policy, averages));
        return new Outcome.Shunning(NOTICEABLE_POINTS, gains(policy), AVERAGE_SHARE, gains(averages), gains.toString());
    }

    private static Outcome.Gains gains(ShunningReport report) {
        return new Outcome.Gains(report.membersGaining(NOTICEABLE_POINTS), report.largestGainPoints());
    }

    private Path gainsFile() {
        String name = String.valueOf(outFile.getFileName());
        String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return outFile.resolveSibling(stem + ".shunning.csv");
    }

    private void requireThreads() {
        if (threads < 1 || threads > 1024) {
            throw new RefusedInput("--threads is " + threads + "; allowed: 1 to 1024");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new RefusedInput(file + " is not there. Maybe the path is relative to another folder.");
        } catch (IOException e) {
            throw new RefusedInput(file + " cannot be read: " + e.getMessage());
        }
    }
}
