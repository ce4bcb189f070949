package dev.standing.manifests.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in deploy/README.md is what the code has. */
class SettingsTableTest {
    private static final Path DOCUMENT = Repository.root().resolve("deploy/README.md");
    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(name = \"(standing\\.[a-z.-]+)\"");

    @Test
    void the_table_is_what_the_code_has() throws IOException {
        String document = Files.readString(DOCUMENT);
        String before = document.substring(0, document.indexOf(SettingsTable.BEGIN) + SettingsTable.BEGIN.length());
        String after = document.substring(document.indexOf(SettingsTable.END));
        String wanted = before + SettingsTable.text() + after;
        if (Boolean.getBoolean("settings.write")) {
            Files.writeString(DOCUMENT, wanted);
        }
        assertThat(document).as("write it anew with -Dsettings.write=true").isEqualTo(wanted);
    }

    @Test
    void what_is_injected_by_its_name_is_in_the_table() throws IOException {
        Set<String> injected = new TreeSet<>();
        for (String module :
                Set.of("web", "database", "delivery", "ingest-service", "scoring-service", "privileges-service")) {
            try (Stream<Path> sources =
                    Files.walk(Repository.root().resolve(module).resolve("src/main/java"))) {
                for (Path file : sources.filter(each -> each.toString().endsWith(".java"))
                        .toList()) {
                    INJECTED.matcher(Files.readString(file))
                            .results()
                            .map(SettingsTableTest::name)
                            .forEach(injected::add);
                }
            }
        }
        assertThat(injected).isNotEmpty().allSatisfy(name -> assertThat(AllSettings.ofName(name))
                .as(name)
                .isPresent());
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }
}
