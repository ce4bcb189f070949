package dev.standing.local.sample.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.behaviour.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommunityGeneratorTest {

    private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 1);

    private final Community community = generate();

    private static Community generate() {
        return new CommunityGenerator(CommunityGenerator.SEED, ANCHOR).generate();
    }

    private List<SampleRecord> records() {
        return community.recordsByPartner().values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    @Test
    void sameSeedGivesTheSameCommunity() {
        assertThat(generate()).isEqualTo(community);
    }

    @Test
    void totalsAreThoseOfTheSample() {
        assertThat(community.members()).hasSize(1_000);
        assertThat(community.ties()).hasSize(5_000);
        assertThat(community.recordCount()).isBetween(47_500, 52_500);
    }

    @Test
    void idsAreUniqueForEachPartner() {
        community.recordsByPartner().forEach((partner, records) -> assertThat(records)
                .as(partner)
                .extracting(SampleRecord::id)
                .doesNotHaveDuplicates());
    }

    @Test
    void everyRecordIsWithinTheTwoYearsAndConsented() {
        Instant first = ANCHOR.minusYears(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = ANCHOR.atStartOfDay().toInstant(ZoneOffset.UTC);
        Map<String, SampleMember> members =
                community.members().stream().collect(Collectors.toMap(SampleMember::member, member -> member));
        assertThat(records()).allSatisfy(record -> {
            assertThat(Instant.parse(record.occurredAt())).isBetween(first, end);
            assertThat(Objects.requireNonNull(members.get(record.member())).recordConsents())
                    .contains(record.partner());
        });
    }

    @Test
    void everyRecordIsOfTheVocabulary() {
        BehaviourCatalogue catalogue = BehaviourCatalogue.load();
        assertThat(records()).allSatisfy(record -> {
            Kind kind = Objects.requireNonNull(catalogue.kind(record.kind()), record.kind());
            require(kind.amount(), record.amountMinor());
            require(kind.merchantCategory(), record.merchantCategory());
            require(kind.count(), record.count());
        });
    }

    private static void require(Kind.Presence presence, @Nullable Object value) {
        if (presence == Kind.Presence.REQUIRED) {
            assertThat(value).isNotNull();
        } else if (presence == Kind.Presence.REFUSED) {
            assertThat(value).isNull();
        }
    }

    @Test
    void habitsAreAsIntended() {
        Map<String, Long> byKind =
                records().stream().collect(Collectors.groupingBy(SampleRecord::kind, Collectors.counting()));
        long paid = count(byKind, "rent.paid") + count(byKind, "utility.paid") + count(byKind, "telecom.paid");
        long late = count(byKind, "rent.late") + count(byKind, "utility.late") + count(byKind, "telecom.late");
        assertThat((double) late / (paid + late)).isBetween(0.04, 0.20);
        assertThat(count(byKind, "loan.defaulted")).isBetween(1L, 20L);
        assertThat(byKind).containsKeys("rental.returned", "rental.damaged", "order.returned", "booking.missed");
    }

    private static long count(Map<String, Long> byKind, String kind) {
        return byKind.getOrDefault(kind, 0L);
    }

    @Test
    void friendsAreMostlyNeighbours() {
        Map<String, Integer> neighbourhood = community.members().stream()
                .collect(Collectors.toMap(SampleMember::member, SampleMember::neighbourhood));
        long near = community.ties().stream()
                .filter(tie -> Objects.equals(neighbourhood.get(tie.a()), neighbourhood.get(tie.b())))
                .count();
        assertThat(near).isGreaterThan(3_000);
        assertThat(community.ties()).allMatch(tie -> tie.a().compareTo(tie.b()) < 0);
        assertThat(community.ties().stream().filter(tie -> tie.a().equals("m-1")))
                .hasSizeGreaterThan(3);
    }
}
