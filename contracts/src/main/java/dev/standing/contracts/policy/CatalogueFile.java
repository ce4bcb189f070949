package dev.standing.contracts.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The lists that ship with the contracts. */
final class CatalogueFile {
    private static final ObjectMapper YAML = new YAMLMapper();

    private CatalogueFile() {}

    static <T> T read(String file, Class<T> type) {
        try (InputStream stream = Objects.requireNonNull(
                CatalogueFile.class.getResourceAsStream("/catalogue/" + file),
                () -> file + " is not on the class path")) {
            return YAML.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
