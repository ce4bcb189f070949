package dev.standing.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {

    private static final List<String> ROLES = List.of("ingest", "postgres");

    private final Path folder;

    PasswordsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void passwordsAreMadeOnceDifferentAndOnlyForTheOwner() throws IOException {
        Home home = new Home(folder);
        home.create();
        Passwords first = Passwords.in(home, ROLES);

        assertThat(first.of("ingest")).isNotEqualTo(first.of("postgres")).hasSize(32);
        assertThat(Passwords.in(home, ROLES).of("ingest")).isEqualTo(first.of("ingest"));
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.secrets().resolve("database.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void lostPasswordsOfExistingDataAreNotReplaced() throws IOException {
        Home home = new Home(folder);
        home.create();
        Files.createDirectories(home.data("postgresql"));
        assertThatThrownBy(() -> Passwords.in(home, ROLES))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--fresh");
    }
}
