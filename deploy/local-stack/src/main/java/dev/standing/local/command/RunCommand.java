package dev.standing.local.command;

import dev.standing.local.home.Home;
import dev.standing.local.home.Launchers;
import dev.standing.local.home.StackFailure;
import dev.standing.local.sample.Sample;
import dev.standing.local.stack.Form;
import dev.standing.local.stack.Layout;
import dev.standing.local.stack.Leftovers;
import dev.standing.local.stack.PortPlan;
import dev.standing.local.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything, says how to use it, and stays until it is told to end. */
@Command(name = "run", description = "Starts the suite and stays until Ctrl-C.", mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Mixin
    private final HomeOption option = new HomeOption();

    @Option(names = "--fresh", description = "Deletes the data and keys of earlier runs first.")
    private boolean fresh;

    @Option(names = "--no-sample", description = "Does not join the sample community.")
    private boolean noSample;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "" + PortPlan.DEFAULT_BASE,
            description = "Services on N+1 to N+3, servers on N+4 to N+6 (default: ${DEFAULT-VALUE}).")
    private int portBase;

    @Option(
            names = "--native",
            description = "Starts the services as native executables (also where $STANDING_NATIVE is true).")
    private boolean isNative;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "${env:STANDING_HEAP:-768m}",
            description =
                    "Most that the objects of each service may take (default: $STANDING_HEAP, or 768m, enough for a million members).")
    private String heap = "";

    @Option(names = "--timings", description = "Shows where the seconds of the start went.")
    private boolean timings;

    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws InterruptedException {
        long startedNanos = System.nanoTime();
        Home home = option.home();
        PortPlan ports = new PortPlan(portBase);
        Launchers launchers = new Launchers(home);
        launchers.become();
        prepare(home, ports);
        launchers.announce();
        terminal.logTo(home.log("launcher"));
        terminal.say("Standing starts in " + home.folder() + ". Ctrl-C ends it.");
        Stack stack = new Stack(home, new Layout(HomeOption.root(), form(), heap()), ports, terminal::item);
        CountDownLatch stopped = stopOnSignal(stack, launchers);
        try {
            terminal.during("starting", stack::unready, () -> {
                stack.start();
                stack.awaitReady(PATIENCE);
            });
        } catch (StackFailure failure) {
            terminal.say(failure.line());
            return 1;
        }
        List<String> without = stack.unready();
        String but = without.isEmpty() ? "" : ", but for " + String.join(", ", without);
        terminal.say("Ready after %.1f s%s.".formatted((System.nanoTime() - startedNanos) / 1e9, but));
        if (timings) {
            terminal.say(Timings.of(home, startedNanos));
        }
        Welcome.addresses(ports).forEach(terminal::say);
        if (!noSample && without.isEmpty()) {
            joinSample(home, stack, ports);
        }
        Welcome.firstSteps(ports, option.asTyped()).forEach(terminal::say);
        stopped.await();
        return 0;
    }

    private String heap() {
        if (!heap.matches("[1-9][0-9]*[mg]")) {
            throw new StackFailure("--heap is '" + heap + "'; allowed: megabytes or gigabytes, as 768m or 4g.");
        }
        return heap;
    }

    private Form form() {
        return Form.of(isNative, System.getenv());
    }

    /** A sample that fails is a pity, and no reason to take the services away. */
    private void joinSample(Home home, Stack stack, PortPlan ports) {
        Sample sample = new Sample(home.sampleFile(), stack.issuer(), ports, terminal::say, terminal.moves());
        if (sample.isDone()) {
            return;
        }
        try {
            sample.join();
            terminal.during("scoring", () -> List.of("the records"), sample::awaitScored);
            sample.tellStory();
        } catch (StackFailure failure) {
            terminal.say(failure.line());
        }
    }

    private void prepare(Home home, PortPlan ports) {
        List<String> left = new Leftovers(home).end();
        if (!left.isEmpty()) {
            terminal.say("Ended what an earlier run left behind: " + String.join(", ", left) + ".");
        }
        if (fresh) {
            home.empty();
        }
        home.create();
        ports.requireFree();
    }

    /** Any way this process is asked to end, the stack ends first. */
    private CountDownLatch stopOnSignal(Stack stack, Launchers launchers) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            terminal.say("Stopping.");
                            stack.stop();
                            launchers.retire();
                            terminal.say("Stopped; the data stays. ./standing run goes on with it.");
                            stopped.countDown();
                        },
                        "stop"));
        return stopped;
    }
}
