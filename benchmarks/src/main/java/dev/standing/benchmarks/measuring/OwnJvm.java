package dev.standing.benchmarks.measuring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a measurement in a JVM of its own, with as much memory as its size needs and no more. */
public final class OwnJvm {
    private static final String CHILD = "standing.benchmarks.child";
    private static final int SPARE_MEGABYTES = 300;
    private static final int YOUNG_MEGABYTES = 96;

    private final long heapMegabytes;

    private OwnJvm(long heapMegabytes) {
        this.heapMegabytes = heapMegabytes;
    }

    /** One with so much memory. */
    public static OwnJvm with(long heapMegabytes) {
        return new OwnJvm(heapMegabytes);
    }

    /** What a graph takes: five bytes an arc, up to 92 a member while it is loaded or settled, and room to spare. */
    public static long heapMegabytes(long members, long ties) {
        return (10 * ties + 92 * members) / 1_000_000 + SPARE_MEGABYTES + YOUNG_MEGABYTES;
    }

    /** In the child: does the work. Before: starts the child with this process's own arguments and says how it ended. */
    public int run(Runnable measurement) {
        if (Boolean.getBoolean(CHILD)) {
            measurement.run();
            return 0;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Arrays of pages live long and are large: they go where nothing moves them.
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:PretenureSizeThreshold=1m"));
        command.addAll(List.of("-Xmx" + heapMegabytes + "m", "-Xmn" + YOUNG_MEGABYTES + "m"));
        command.addAll(List.of("-D" + CHILD + "=true", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(System.getProperty("sun.java.command").split(" ")));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a JVM", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
