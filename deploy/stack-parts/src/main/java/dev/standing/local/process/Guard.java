package dev.standing.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A small bash process that ends our children when we are gone, also after a {@code kill -9}: it reads from a pipe whose other
 * end only we hold, and the kernel closes it whatever way we end. It must stay reachable, or its pipe is closed with it.
 */
public final class Guard {

    private final OutputStream pipe;

    private Guard(OutputStream pipe) {
        this.pipe = pipe;
    }

    /** Starts a guard that gives the children {@code patience} to end before it kills them. */
    public static Guard start(Duration patience) {
        return start(patience, "");
    }

    /** Starts a guard that deletes {@code folder} once the children are gone. */
    public static Guard startAndDelete(Duration patience, Path folder) {
        return start(patience, folder.toAbsolutePath().toString());
    }

    private static Guard start(Duration patience, String folder) {
        List<String> command = new ArrayList<>(Sessions.prefix());
        command.addAll(List.of("bash", "-c", script(), "standing-guard", String.valueOf(patience.toSeconds()), folder));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Guard(process.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("bash cannot be started. Maybe it is not on the PATH", e);
        }
    }

    /** From now on the guard sends {@code signal} to {@code pid} should we be gone. */
    public void watch(long pid, String signal) {
        say("+ " + pid + " " + signal);
    }

    /** The process has ended: its id may soon be somebody else's. */
    public void forget(long pid) {
        say("- " + pid);
    }

    /** Sends the guard home; the children live on. */
    public void release() {
        say("release");
    }

    private synchronized void say(String line) {
        try {
            pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            // The guard itself was killed. The pid files still let the next start clean up.
        }
    }

    private static String script() {
        try (InputStream in = Guard.class.getResourceAsStream("guard.sh")) {
            if (in == null) {
                throw new IllegalStateException("guard.sh is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
