package dev.standing.local.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** At most one launcher a home: a lock that the kernel frees however the launcher ends, and a pid file for who asks. */
public final class Launchers {

    private final Home home;

    /** Kept, because a lock goes with the channel once nobody refers to it. */
    private @Nullable FileLock lock;

    public Launchers(Home home) {
        this.home = home;
    }

    /** The launcher that runs in this home now. */
    public Optional<ProcessHandle> running() {
        return pidFile().process();
    }

    /** Makes this process the launcher; the lock is held until it ends. */
    public void become() {
        Path file = home.folder().resolve("launcher.lock");
        try {
            Files.createDirectories(home.folder());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = tryLock(channel);
            if (lock == null || running().isPresent()) {
                channel.close();
                throw new StackFailure("Another ./standing run is at work in " + home.folder()
                        + ": ./standing status shows it, ./standing stop ends it.");
            }
        } catch (IOException e) {
            throw new StackFailure(
                    "The folder " + home.folder() + " cannot be used (" + Home.reason(e)
                            + "): choose another with --home.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Once the run folder is there. */
    public void announce() {
        pidFile().write(ProcessHandle.current());
    }

    public void retire() {
        pidFile().delete();
        try {
            if (lock != null) {
                lock.release();
            }
        } catch (IOException e) {
            // It ends with this process, which is about to end.
        }
    }

    private PidFile pidFile() {
        return new PidFile(home.run().resolve("launcher.pid"));
    }
}
