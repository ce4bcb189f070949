package dev.standing.ingest.partners;

import dev.standing.contracts.identity.PartnerId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/**
 * Counts records of a partner that were contested and found wrong, by the day on which they were accepted: so that they are a share of what
 * was accepted then. In the caller's transaction; who calls lets one at a time do so.
 */
@Singleton
public class Contests {
    private static final String COUNT = """
            insert into ingest.partner_count as c (partner, day, what, times) values (?1, ?2, ?3, 1)
            on conflict (partner, day, what) do update set times = c.times + 1
            """;

    Contests() {}

    public Uni<Void> contested(PartnerId partner, LocalDate acceptedOn) {
        return count(partner, acceptedOn, Counted.CONTESTED);
    }

    public Uni<Void> upheld(PartnerId partner, LocalDate acceptedOn) {
        return count(partner, acceptedOn, Counted.UPHELD);
    }

    private static Uni<Void> count(PartnerId partner, LocalDate day, String what) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT)
                        .setParameter(1, partner.value())
                        .setParameter(2, day)
                        .setParameter(3, what)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
