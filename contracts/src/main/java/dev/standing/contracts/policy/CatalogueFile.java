package dev.standing.contracts.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The lists that ship with the contracts. */
final class CatalogueFile {
    private CatalogueFile() {}

    static <T> T read(String file, Class<T> type) {
        try (InputStream stream = Objects.requireNonNull(
                CatalogueFile.class.getResourceAsStream("/catalogue/" + file),
                () -> file + " is not on the class path")) {
            String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Objects.requireNonNull(YamlReader.read(file, yaml).as(type), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
