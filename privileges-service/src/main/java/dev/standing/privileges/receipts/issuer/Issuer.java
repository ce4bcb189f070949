package dev.standing.privileges.receipts.issuer;

import dev.standing.receipts.SigningKeys;
import dev.standing.web.problem.ProblemException;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys that receipts are signed with, as their file has them. A file that is changed is heard of within a minute; one that cannot be
 * read any more leaves the keys that were read before. Thread-safe.
 */
@Singleton
@Startup(Issuer.FIRST)
public class Issuer {
    /** Before the schema is brought up to date: keys that are refused refuse the start, and nothing has been touched. */
    static final int FIRST = 0;

    private static final Logger LOG = Logger.getLogger(Issuer.class);
    private static final String NO_KEYS = "{\"keys\":[]}";

    private final @Nullable Path file;
    private final @Nullable URI address;
    private volatile @Nullable SigningKeys keys;

    Issuer(ReceiptsConfig config) {
        file = config.keys().map(Path::of).orElse(null);
        address = config.issuer().orElse(null);
        if (file != null) {
            if (address == null) {
                throw new IllegalArgumentException(
                        "The setting standing.privileges.receipts.issuer is missing; allowed: this service's address for"
                                + " everybody, as standing.privileges.receipts.keys is set");
            }
            keys = read(file);
        }
    }

    /** Takes the keys that the file has now, where it can be read. */
    @Scheduled(identity = "receipt-keys", every = "1m", delayed = "1m")
    public void readAnew() {
        try {
            if (file != null) {
                keys = read(file);
            }
        } catch (IllegalArgumentException e) {
            LOG.errorf("%s. Receipts are signed as before", e.getMessage());
        }
    }

    private static SigningKeys read(Path file) {
        try {
            return SigningKeys.read(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            String why = e instanceof IOException ? "it cannot be read" : e.getMessage();
            throw new IllegalArgumentException(
                    "The setting standing.privileges.receipts.keys is '" + file + "': " + why
                            + "; allowed: a file with a JWK set of the curve P-256, the first with its private part",
                    e);
        }
    }

    /**
     * What to sign with.
     *
     * @throws ProblemException 503 where there are no keys
     */
    public SigningKeys keys() {
        SigningKeys now = keys;
        if (now == null) {
            throw ProblemException.unavailable(
                    "Nothing signs receipts here: standing.privileges.receipts.keys is not set");
        }
        return now;
    }

    /** The public parts, as a JWK set. */
    String published() {
        SigningKeys now = keys;
        return now == null ? NO_KEYS : now.published();
    }

    /** Of a path of this service, as others reach it; of use only where there are keys. */
    public URI address(String path) {
        return URI.create(address + path);
    }
}
