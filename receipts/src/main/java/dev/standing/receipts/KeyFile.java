package dev.standing.receipts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Where keys are kept that nobody gave: those of a local stack, in its folder. Anywhere else an operator makes them. */
public final class KeyFile {
    private KeyFile() {}

    /** The file of this folder that has them; made where there is none. */
    public static Path in(Path folder) {
        Path file = folder.resolve("receipt-keys.json");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
                Files.deleteIfExists(unfinished);
                Files.createFile(
                        unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(unfinished, SigningKeys.withNew(null));
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The keys of receipts in " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }
}
