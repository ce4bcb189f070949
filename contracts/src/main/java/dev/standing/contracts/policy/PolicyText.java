package dev.standing.contracts.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A policy's text: of a file, or of a resource of the class path. */
public final class PolicyText {
    private static final String CLASS_PATH = "classpath:";

    private PolicyText() {}

    /**
     * The text that a setting names.
     *
     * @param setting the name of the setting, for whoever has to mend it
     * @param location a file; a resource, after {@code classpath:}, or where no such file is
     * @throws IllegalArgumentException where there is neither
     */
    public static String read(String setting, String location) {
        try {
            if (!location.startsWith(CLASS_PATH) && Files.isRegularFile(Path.of(location))) {
                return Files.readString(Path.of(location));
            }
            ClassLoader application = Thread.currentThread().getContextClassLoader();
            String text = text(application.getResourceAsStream(location.replaceFirst("^" + CLASS_PATH, "")));
            if (text == null) {
                throw new IllegalArgumentException(
                        "The setting " + setting + " is '" + location
                                + "'; allowed: a file that is there, or a resource. Maybe the path is relative to another folder");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The setting " + setting + " is '" + location + "', which cannot be read", e);
        }
    }

    /** The text of a file that ships with the contracts, as {@code catalogue/behaviour.yaml}. */
    static String shipped(String file) {
        try {
            String text = text(PolicyText.class.getResourceAsStream("/" + file));
            if (text == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static @Nullable String text(@Nullable InputStream stream) throws IOException {
        try (stream) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
