package dev.standing.database;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;

/**
 * The documents that stored data of a service stands on. The database keeps what each said when it was first used, in a table of
 * the service's schema; one that says something else under the same version is refused, for what is stored would not
 * fit it.
 */
public record Editions(List<Edition> editions) {
    public Editions {
        editions = List.copyOf(editions);
    }

    /** @throws Refused where one has changed under its version */
    void require(Pool pool, String schema, Duration patience) {
        try (Session session = Session.open(pool, patience)) {
            for (Edition edition : editions) {
                session.run(
                        "insert into " + schema
                                + ".edition (document, fingerprint) values ($1, $2) on conflict do nothing",
                        edition.name(),
                        edition.fingerprint());
                String kept = session.run(
                                "select fingerprint from " + schema + ".edition where document = $1", edition.name())
                        .iterator()
                        .next()
                        .getString(0);
                if (!kept.equals(edition.fingerprint())) {
                    throw new Refused("The " + edition.name() + " (" + edition.location()
                            + ") has changed since this database first met it, and what is stored stands on it as it was. "
                            + "Allowed: the document as it was, or the changed one with a higher version");
                }
            }
        }
    }
}
