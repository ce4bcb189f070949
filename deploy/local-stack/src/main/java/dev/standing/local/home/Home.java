package dev.standing.local.home;

import dev.standing.stack.StackFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder that holds all that the local stack keeps: data, logs, secrets and who is running. */
public record Home(Path folder) {

    /** PostgreSQL and Kafka write ahead; with less than this they would soon stop in the middle of something. */
    private static final long LEAST_FREE_BYTES = 512L << 20;

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path data(String name) {
        return folder.resolve("data").resolve(name);
    }

    public Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path secrets() {
        return folder.resolve("secrets");
    }

    public Path run() {
        return folder.resolve("run");
    }

    public Path stackFile() {
        return folder.resolve(StackFile.NAME);
    }

    /** What has been joined of the sample community. */
    public Path sampleFile() {
        return folder.resolve("sample.json");
    }

    /** Makes the folders, and says early where there is no room for them, or where no server could use them. */
    public void create() {
        if (folder.toString().contains(",")) {
            throw new StackFailure(
                    "Kafka takes " + folder + " for two folders, for its comma: choose one without with --home.");
        }
        try {
            for (String name : new String[] {"data", "logs", "secrets", "run"}) {
                Files.createDirectories(folder.resolve(name));
            }
            Files.setPosixFilePermissions(
                    secrets(), java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new StackFailure("Only " + (free >> 20) + " MB are free on the disk of " + folder + ": free "
                        + (LEAST_FREE_BYTES >> 20) + " MB, or choose a folder on another disk with --home.");
            }
        } catch (IOException e) {
            throw new StackFailure(
                    "The folder " + folder + " cannot be made (" + reason(e) + "): choose another with --home.", e);
        }
    }

    /** Deletes the data, the keys and the memory of the sample; the logs stay. */
    public void empty() {
        for (String name : new String[] {"data", "secrets", "run", "sample.json", StackFile.NAME}) {
            delete(folder.resolve(name));
        }
    }

    private static void delete(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new StackFailure(
                    root + " cannot be deleted (" + reason(e) + "): delete it yourself and start again.", e);
        }
    }

    /** Why a file could not be used, in a few words. */
    public static String reason(IOException e) {
        String said = e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }
}
