package dev.standing.local.command;

import dev.standing.local.home.Home;
import dev.standing.local.home.Launchers;
import dev.standing.stack.Readiness;
import dev.standing.stack.StackFile;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs and how it is doing. Exit code 0 where everything is ready, 1 otherwise. */
@Command(
        name = "status",
        description = "Shows the processes of the stack, and how the services are doing.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--json", description = "Prints stack.json as it is now.")
    private boolean json;

    @Override
    public Integer call() {
        Home home = option.home();
        boolean running = new Launchers(home).running().isPresent();
        StackFile file = StackFile.read(home.stackFile());
        if (json) {
            System.out.println(file == null ? "{}" : (running ? file : file.asStopped()).toJson());
            return running && file != null && file.phase().equals("ready") ? 0 : 1;
        }
        if (!running || file == null) {
            System.out.println("Not running in " + home.folder() + ". ./standing run starts it.");
            return 1;
        }
        return print(home, file) ? 0 : 1;
    }

    private static boolean print(Home home, StackFile file) {
        System.out.printf("Launcher %d, %s, in %s%n", file.launcher().pid(), file.phase(), home.folder());
        boolean allReady = true;
        for (var entry : file.processes().entrySet()) {
            StackFile.Entry process = entry.getValue();
            String state = stateNow(entry.getKey(), process);
            allReady &= state.equals("ready");
            System.out.printf(
                    "  %-19s %-11s port %-6d pid %-8s%s%n",
                    entry.getKey(),
                    state,
                    process.port(),
                    process.pid() == 0 ? "-" : String.valueOf(process.pid()),
                    restarts(process));
        }
        System.out.println();
        System.out.println(ServiceState.HEADING);
        file.processes().forEach((name, process) -> {
            if (isService(name)) {
                System.out.println(ServiceState.of(name, process.port()));
            }
        });
        return allReady;
    }

    private static boolean isService(String name) {
        return name.endsWith("-service");
    }

    /** What was ready may have ended unnoted, on a full disk, and a service may have ceased to be ready; they are asked again. */
    private static String stateNow(String name, StackFile.Entry process) {
        if (process.pid() != 0 && !process.lives()) {
            return "gone";
        }
        boolean claimsReady = process.state().equals("ready") && isService(name);
        return claimsReady && !new Readiness(process.port()).isReady() ? "not ready" : process.state();
    }

    private static String restarts(StackFile.@Nullable Entry process) {
        return process == null || process.restarts() == 0 ? "" : "  restarts " + process.restarts();
    }
}
