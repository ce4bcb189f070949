package dev.standing.local.home;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The passwords of the database's roles, and what else has to stay secret as long as the data: made at the first start, kept in a
 * file that only its owner can read.
 */
public final class Passwords {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int BYTES = 24;

    private final Map<String, String> byRole;

    private Passwords(Map<String, String> byRole) {
        this.byRole = byRole;
    }

    public static Passwords in(Home home, Iterable<String> roles) {
        Path file = home.secrets().resolve("database.json");
        try {
            if (!Files.exists(file)) {
                if (Files.exists(home.data("postgresql"))) {
                    throw new StackFailure(
                            "The passwords in " + file + " are gone, and without them the data cannot be opened: "
                                    + "put the file back, or start over with --fresh.");
                }
                write(file, make(roles));
            }
            return new Passwords(JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {}));
        } catch (IOException e) {
            throw new StackFailure("The passwords in " + file + " cannot be read (" + Home.reason(e) + ").", e);
        }
    }

    public String of(String role) {
        String password = byRole.get(role);
        if (password == null) {
            throw new StackFailure("The file of passwords lacks " + role + ": start over with --fresh.");
        }
        return password;
    }

    private static Map<String, String> make(Iterable<String> roles) {
        SecureRandom random = new SecureRandom();
        Map<String, String> made = new TreeMap<>();
        for (String role : roles) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            made.put(role, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return made;
    }

    private static void write(Path file, Map<String, String> passwords) throws IOException {
        Path unfinished = file.resolveSibling("database.json.unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(unfinished, JSON.writeValueAsBytes(passwords));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
