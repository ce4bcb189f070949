package dev.standing.local.command;

import dev.standing.local.home.Home;
import dev.standing.local.home.Launchers;
import dev.standing.local.stack.Leftovers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends the stack of a home, and whatever a killed launcher left behind. */
@Command(name = "stop", description = "Ends the stack.", mixinStandardHelpOptions = true)
public final class StopCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    @Mixin
    private final HomeOption option = new HomeOption();

    @Override
    public Integer call() throws InterruptedException {
        Home home = option.home();
        Optional<ProcessHandle> launcher = new Launchers(home).running();
        if (launcher.isPresent()) {
            launcher.get().destroy();
            awaitOrKill(launcher.get());
        }
        List<String> left = new Leftovers(home).end();
        if (launcher.isEmpty() && left.isEmpty()) {
            System.out.println("Nothing was running in " + home.folder() + ".");
        } else {
            System.out.println("Stopped"
                    + (left.isEmpty() ? "." : ", also what was left behind: " + String.join(", ", left) + "."));
        }
        return 0;
    }

    private static void awaitOrKill(ProcessHandle launcher) throws InterruptedException {
        try {
            launcher.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            launcher.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
