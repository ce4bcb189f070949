package dev.standing.benchmarks.services;

import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Client;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long after a withdrawal is answered a partner goes on seeing the member: in scores, and in checks. */
@Command(name = "withdrawal", description = "From a withdrawal's answer until the partner sees nobody: p50 and p99")
public final class WithdrawalBenchmark implements Runnable {
    private static final int WARMING = 200;

    @Option(names = "--withdrawals", defaultValue = "1000", description = "how many, default ${DEFAULT-VALUE}")
    private int withdrawals;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        try (Suite suite = Homes.start("withdrawal", portBase)) {
            int members = WARMING + withdrawals;
            Community community = Community.join(suite, members);
            Client partner = new Client(suite, community.partnerToken());
            Client operator = new Client(suite, suite.command("token", "operator"));
            double[] millis = new double[withdrawals];
            for (int n = 0; n < members; n++) {
                boolean score = n % 2 == 0;
                String member = "b-" + n;
                BooleanSupplier sees = score ? () -> reads(partner, member) : () -> isShown(partner, member);
                waitWhile(() -> !sees.getAsBoolean());
                withdraw(operator, member);
                long begin = System.nanoTime();
                waitWhile(sees);
                if (n >= WARMING) {
                    millis[n - WARMING] = (System.nanoTime() - begin) / 1e6;
                }
            }
            print(millis);
        }
    }

    private static void withdraw(Client operator, String member) {
        operator.put(
                        Service.INGEST,
                        "/v1/members/" + member + "/consents/records/" + Community.PARTNER,
                        Map.of("granted", false, "evidence", "benchmark"))
                .expect(200);
    }

    private static boolean reads(Client partner, String member) {
        return partner.get(Service.SCORING, "/v1/members/" + member + "/score").status() == 200;
    }

    private static boolean isShown(Client partner, String member) {
        return partner.get(Service.PRIVILEGES, "/v1/members/" + member + "/privileges")
                        .status()
                == 200;
    }

    private static void waitWhile(BooleanSupplier holds) {
        while (holds.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static void print(double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "withdrawal to nothing seen: p50 %.0f ms, p99 %.0f ms, most %.0f ms of %d%n",
                millis[millis.length / 2],
                millis[(int) Math.ceil(millis.length * 0.99) - 1],
                millis[millis.length - 1],
                millis.length);
    }
}
