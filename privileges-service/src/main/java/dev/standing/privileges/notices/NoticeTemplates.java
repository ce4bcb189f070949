package dev.standing.privileges.notices;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The two forms of a notice. What is said in the page is escaped; a word that a template does not find is an error. */
@Singleton
@RegisterResources(globs = "notices/*")
final class NoticeTemplates {
    private final Template text;
    private final Template page;

    NoticeTemplates() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        text = engine.parse(read("notice.txt"), Variant.forContentType(Variant.TEXT_PLAIN));
        page = engine.parse(read("notice.html"), Variant.forContentType(Variant.TEXT_HTML));
    }

    String text(Map<String, @Nullable Object> words) {
        return text.render(words);
    }

    String page(Map<String, @Nullable Object> words) {
        return page.render(words);
    }

    private static String read(String file) {
        try (InputStream stream =
                Objects.requireNonNull(NoticeTemplates.class.getResourceAsStream("/notices/" + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
