package dev.standing.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A network of its own for a process, with one way out of it, that can be cut without anybody being told. Needs root. */
final class Island implements AutoCloseable {
    /** This end of the way. */
    static final String SHORE = "10.231.77.1";

    static final String NETWORK = "10.231.77.0/30";

    private static final String NAME = "standing-island";
    private static final String SHORE_END = "st-shore";
    private static final String FAR_END = "st-far";

    private Island() {}

    /** Says in one line why there can be none here; empty where there can. */
    static String missing() {
        try {
            Island.make().close();
            return "";
        } catch (IllegalStateException e) {
            return "no network namespace can be made here: " + e.getMessage();
        }
    }

    static Island make() {
        Island island = new Island();
        island.close();
        run("ip", "netns", "add", NAME);
        try {
            run("ip", "link", "add", SHORE_END, "type", "veth", "peer", "name", FAR_END, "netns", NAME);
            run("ip", "address", "add", SHORE + "/30", "dev", SHORE_END);
            run("ip", "link", "set", SHORE_END, "up");
            run("ip", "-n", NAME, "address", "add", "10.231.77.2/30", "dev", FAR_END);
            run("ip", "-n", NAME, "link", "set", FAR_END, "up");
            return island;
        } catch (IllegalStateException e) {
            island.close();
            throw e;
        }
    }

    /** What to put before a command for it to run there. */
    List<String> prefix() {
        return List.of("ip", "netns", "exec", NAME);
    }

    /** From now on packets are lost, in both directions, and nobody hears of it. */
    void cut() {
        run("ip", "-n", NAME, "link", "set", FAR_END, "down");
    }

    void mend() {
        run("ip", "-n", NAME, "link", "set", FAR_END, "up");
    }

    @Override
    public void close() {
        try {
            run("ip", "netns", "delete", NAME);
        } catch (IllegalStateException e) {
            // There was none.
        }
    }

    private static void run(String... words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", words) + ": " + said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
