package dev.standing.local.stack;

import dev.standing.local.home.Home;
import dev.standing.local.home.StackFailure;
import dev.standing.local.process.Guard;
import dev.standing.local.token.LocalIssuer;
import dev.standing.stack.Await;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All processes together: started side by side, written down in stack.json, ended in the order that loses nothing. */
public final class Stack {

    /** In the order in which they are ended: whoever uses another goes first. */
    public static final List<String> PROCESSES =
            List.of("privileges-service", "scoring-service", "ingest-service", "kafka", "postgresql");

    /** Together they stay under the ten seconds that ending may take. */
    private static final Duration SERVICES_PATIENCE = Duration.ofSeconds(4);

    private static final Duration SERVERS_PATIENCE = Duration.ofSeconds(4);
    private static final Duration WRITE_AGAIN_AFTER = Duration.ofSeconds(2);

    private final Home home;
    private final LocalIssuer issuer;
    private final Account account;
    private final Consumer<String> terminal;
    private final Guard guard;
    private final Map<String, Supervised> supervised = new LinkedHashMap<>();
    private volatile String phase = "starting";
    private boolean written = true;

    /** {@code terminal} hears one line for each thing worth knowing. */
    public Stack(Home home, Layout layout, PortPlan ports, Consumer<String> terminal) {
        this.home = home;
        this.terminal = terminal;
        this.issuer = LocalIssuer.in(home.secrets());
        this.account = new Account(home, ports, issuer, supervised);
        this.guard = Guard.start(SERVICES_PATIENCE);
        Listener listener = new Listener();
        for (Part part : layout.parts(home, ports, issuer)) {
            supervised.put(part.name(), new Supervised(part, home, guard, listener, Supervised.TOLD_AFTER));
        }
    }

    /** Starts all; the services as soon as the database answers, because that is the first thing they need. */
    public void start() {
        new LogKeeper(home.logs()).start();
        account.write(phase);
        Thread.ofPlatform().name("account").daemon().start(this::keepAccount);
        Supervised database = process("postgresql");
        database.launch();
        process("kafka").launch();
        database.onFirstReady(
                () -> supervised.values().stream().filter(Stack::isService).forEach(Supervised::launch));
    }

    /**
     * Waits until everything serves, but for services that have no hope of it while others have: those are told in a line.
     *
     * @throws StackFailure where a server, or every service, has no hope, or it takes too long
     */
    public void awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!supervised.values().stream().allMatch(this::isSettled)) {
            if (System.nanoTime() > deadline) {
                throw new StackFailure("Not ready after " + patience.toSeconds() + " s: " + String.join(", ", unready())
                        + ". See " + home.logs() + ".");
            }
            Await.pause(Duration.ofMillis(20));
        }
        if (supervised.values().stream().noneMatch(each -> isService(each) && each.wasReady())) {
            throw new StackFailure(String.join(" ", failures()));
        }
        failures().forEach(terminal);
        phase = "ready";
        writeFile();
    }

    /** Whether nothing is waited for any more: it serves, or is a service that others do without. */
    private boolean isSettled(Supervised part) {
        part.hopeless().filter(failure -> !isService(part)).ifPresent(failure -> {
            throw failure;
        });
        return part.wasReady() || part.hopeless().isPresent();
    }

    private static boolean isService(Supervised part) {
        return part.part() instanceof ServicePart;
    }

    private List<String> failures() {
        return supervised.values().stream()
                .flatMap(each -> each.hopeless().stream())
                .map(StackFailure::line)
                .toList();
    }

    /** Those that do not serve yet. */
    public List<String> unready() {
        return supervised.values().stream()
                .filter(each -> each.snapshot().state() != Supervised.State.READY)
                .map(each -> each.part().name())
                .toList();
    }

    /** Ends everything within ten seconds, whatever it takes. */
    public void stop() {
        phase = "stopping";
        writeFile();
        List<Supervised> services =
                PROCESSES.stream().limit(3).map(this::process).toList();
        List<Supervised> servers = PROCESSES.stream().skip(3).map(this::process).toList();
        // Everybody hears first that nothing is to be started again, or the end of one would start it anew.
        stop(services, SERVICES_PATIENCE);
        stop(servers, SERVERS_PATIENCE);
        phase = "stopped";
        writeFile();
        guard.release();
    }

    private static void stop(List<Supervised> group, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        group.forEach(Supervised::requestStop);
        group.forEach(each -> each.awaitStop(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
    }

    public LocalIssuer issuer() {
        return issuer;
    }

    private Supervised process(String name) {
        Supervised found = supervised.get(name);
        if (found == null) {
            throw new IllegalArgumentException("name: " + name + " is none of " + supervised.keySet());
        }
        return found;
    }

    /** A disk that is full must neither end supervision nor leave a file behind that says what was true before. */
    private synchronized void writeFile() {
        try {
            account.write(phase);
            written = true;
        } catch (StackFailure e) {
            if (written) {
                terminal.accept(e.line() + " What runs goes on; until it can be written, status says what was before.");
            }
            written = false;
        }
    }

    private void keepAccount() {
        while (true) {
            Await.pause(WRITE_AGAIN_AFTER);
            writeAgain();
        }
    }

    private synchronized void writeAgain() {
        if (!written) {
            writeFile();
        }
    }

    private final class Listener implements StackListener {
        @Override
        public void changed(String name, Supervised.Snapshot snapshot) {
            writeFile();
            if (snapshot.state() == Supervised.State.READY) {
                String again = snapshot.restarts() > 0 ? " again" : "";
                terminal.accept(
                        "%-19s ready%s after %.1f s".formatted(name, again, snapshot.readyAfterMillis() / 1000.0));
            }
        }

        @Override
        public void said(String line) {
            terminal.accept(line);
        }
    }
}
