package dev.standing.benchmarks;

import dev.standing.benchmarks.influence.BillionBenchmark;
import dev.standing.benchmarks.influence.GrowthBenchmark;
import dev.standing.benchmarks.influence.IncrementalBenchmark;
import dev.standing.benchmarks.influence.SettleBenchmark;
import dev.standing.benchmarks.members.PrivilegesMemoryBenchmark;
import dev.standing.benchmarks.members.ScoringMemoryBenchmark;
import dev.standing.benchmarks.services.CheckBenchmark;
import dev.standing.benchmarks.services.DelayBenchmark;
import dev.standing.benchmarks.services.DrainBenchmark;
import dev.standing.benchmarks.services.FairUseBenchmark;
import dev.standing.benchmarks.services.GroupCommitBenchmark;
import dev.standing.benchmarks.services.ImportBenchmark;
import dev.standing.benchmarks.services.LeadBenchmark;
import dev.standing.benchmarks.services.NativeBenchmark;
import dev.standing.benchmarks.services.PostBenchmark;
import dev.standing.benchmarks.services.ReevaluationBenchmark;
import dev.standing.benchmarks.services.StartBenchmark;
import dev.standing.benchmarks.services.StreamBenchmark;
import dev.standing.benchmarks.services.TraceBenchmark;
import dev.standing.benchmarks.services.WebhookBenchmark;
import dev.standing.benchmarks.services.WithdrawalBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command {@code ./standing bench}. */
@Command(
        name = "./standing bench",
        description = "Measures Standing on this machine; README.md beside it has the last figures.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            PostBenchmark.class,
            GroupCommitBenchmark.class,
            StreamBenchmark.class,
            ImportBenchmark.class,
            DrainBenchmark.class,
            CheckBenchmark.class,
            FairUseBenchmark.class,
            DelayBenchmark.class,
            WithdrawalBenchmark.class,
            WebhookBenchmark.class,
            ReevaluationBenchmark.class,
            TraceBenchmark.class,
            StartBenchmark.class,
            LeadBenchmark.class,
            NativeBenchmark.class,
            ScoringMemoryBenchmark.class,
            PrivilegesMemoryBenchmark.class,
            SettleBenchmark.class,
            IncrementalBenchmark.class,
            GrowthBenchmark.class,
            BillionBenchmark.class
        })
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }
}
