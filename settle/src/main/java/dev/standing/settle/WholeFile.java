package dev.standing.settle;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is there whole or not at all: written beside, then moved into its place at once. */
final class WholeFile {
    /** Writes all of it. */
    interface Content {
        void write(BufferedWriter out) throws IOException;
    }

    private WholeFile() {}

    /** Sooner than after the work. */
    static void requireFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new RefusedInput(file + " cannot be written; allowed: a file in a folder that is there");
        }
    }

    static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                content.write(out);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(part);
            throw new RefusedInput(file + " cannot be written: " + e);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // It could not be written; that it cannot be deleted either changes nothing.
        }
    }
}
