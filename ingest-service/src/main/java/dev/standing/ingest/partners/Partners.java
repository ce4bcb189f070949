package dev.standing.ingest.partners;

import dev.standing.contracts.identity.PartnerId;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** How reliable partners are, as of a second ago. */
@Singleton
class Partners {
    private static final int MOST_AT_ONCE = 100;

    private final PartnerCounts counts;
    private final Clock clock;

    Partners(PartnerCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** Of a partner that calls, who sent nothing yet perhaps. */
    Uni<Reliability> own(PartnerId partner, int days) {
        Period period = period(days);
        return counts.of(List.of(partner.value()), period.from())
                .map(found -> period.reliability(
                        partner.value(), found.getOrDefault(partner.value(), PartnerCounts.Times.NONE)));
    }

    /** Fails with 404 where nothing was ever counted of such a partner. */
    Uni<Reliability> of(PartnerId partner, int days) {
        Period period = period(days);
        return counts.of(List.of(partner.value()), period.from()).map(found -> {
            PartnerCounts.Times times = found.get(partner.value());
            if (times == null) {
                throw ProblemException.notFound("The partner");
            }
            return period.reliability(partner.value(), times);
        });
    }

    /** The next of all, by name. */
    Uni<List<Reliability>> after(String partner, int days) {
        Period period = period(days);
        return counts.after(partner, MOST_AT_ONCE)
                .chain(names -> counts.of(names, period.from()))
                .map(found -> found.entrySet().stream()
                        .map(each -> period.reliability(each.getKey(), each.getValue()))
                        .toList());
    }

    private Period period(int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Period(today.minusDays(days - 1L), today);
    }

    private record Period(LocalDate from, LocalDate through) {
        Reliability reliability(String partner, PartnerCounts.Times times) {
            return new Reliability(
                    new PartnerId(partner), from, through, Counts.of(times.period()), Counts.of(times.total()));
        }
    }
}
