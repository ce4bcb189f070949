package dev.standing.privileges.grants.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.identity.Ids;
import dev.standing.privileges.grants.Consent;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Privilege;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the plainest table that there is: a map of members. */
class MemberTableTest {
    private static final int TIERS = 5;

    private final MemberTable table = new MemberTable(0);
    private final Map<String, Member> plain = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsPutIsFoundAsItWas(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        RandomMembers members = new RandomMembers(random);
        for (int step = 0; step < 6_000; step++) {
            String name = name(random);
            Member member = members.next();
            table.put(name, member);
            plain.put(name, member);
            String other = name(random);
            assertThat(table.find(other)).isEqualTo(plain.get(other));
        }
        plain.forEach((name, member) -> assertThat(table.find(name)).isEqualTo(member));
        assertThat(table.size()).isEqualTo(plain.size());
        assertThat(table.find("nobody")).isNull();
        Set<String> names = new HashSet<>();
        table.names().forEachRemaining(name -> assertThat(names.add(name)).isTrue());
        assertThat(names).isEqualTo(plain.keySet());
        compareEnding();
        compareTally();
    }

    /** Some often, some once, some as long as an id may be. */
    private static String name(Random random) {
        String name = "m|" + random.nextInt(random.nextBoolean() ? 50 : 100_000);
        return random.nextInt(10) == 0 ? (name + "~".repeat(Ids.MAX_LENGTH)).substring(0, Ids.MAX_LENGTH) : name;
    }

    private void compareEnding() {
        Map<String, Member> ending = new HashMap<>();
        table.forEachEnding(ending::put);
        Map<String, Member> expected = new HashMap<>(plain);
        expected.values()
                .removeIf(member -> member.privileges().stream().noneMatch(Privilege.Ending.class::isInstance));
        assertThat(ending).isNotEmpty().isEqualTo(expected);
    }

    private void compareTally() {
        for (int perk = 0; perk < 8; perk++) {
            for (int tier = 0; tier < TIERS; tier++) {
                int place = perk;
                int wanted = tier;
                assertThat(table.holding(perk, tier))
                        .isEqualTo(plain.values().stream()
                                .filter(member -> place < member.privileges().size()
                                        && member.privileges().get(place).tier() == wanted)
                                .count());
            }
        }
    }

    @Test
    void whatComesInPartsIsAsWhatComesAtOnce() {
        Random random = new Random(7);
        RandomMembers members = new RandomMembers(random);
        for (int i = 0; i < 500; i++) {
            Member member = members.next();
            plain.put("m" + i, member);
            Member score = new Member(
                    member.sequence(),
                    member.facts(),
                    member.firstDay(),
                    member.source(),
                    member.privileges(),
                    Map.of(),
                    Map.of());
            // Consents one by one, as they lie scattered in a table; then the rest.
            member.consents().forEach((partner, consent) -> {
                PackedWriter items = new PackedWriter();
                table.packing().consent(items, partner, consent);
                append(items);
            });
            PackedWriter items = new PackedWriter();
            member.disputes().forEach((id, dispute) -> table.packing().dispute(items, id, dispute));
            table.packing().write(items, score);
            append(items);
            assertThat(table.find("m" + i)).isEqualTo(member.equals(Member.UNKNOWN) ? null : member);
        }
    }

    private void append(PackedWriter items) {
        byte[] padded = (":m" + (plain.size() - 1) + ":").getBytes(StandardCharsets.UTF_8);
        table.append(padded, 1, padded.length - 1, items, false);
    }

    @Test
    void aPerkOfWhichNothingIsStoredIsAtItsBaselineSinceTheScore() {
        Random random = new Random(8);
        RandomMembers members = new RandomMembers(random);
        Member member = members.next();
        while (member.source() == null) {
            member = members.next();
        }
        PackedWriter items = new PackedWriter();
        table.packing().score(items, 1, member.facts(), null, member.source());
        table.packing().privileges(items, 3);
        table.packing().privilege(items, 1, RandomMembers.endingTwice());
        plain.put("m0", member);
        append(items);

        Member found = table.find("m0");
        assertThat(found).isNotNull();
        Privilege baseline = Packing.baselineSince(member.source().asOf());
        assertThat(found.privileges()).containsExactly(baseline, RandomMembers.endingTwice(), baseline);
    }

    @Test
    void aNameAloneIsNobody() {
        table.put("m", new Member(0, null, null, null, List.of(), Map.of("p", new Consent(1, true)), Map.of()));
        assertThat(table.find("m")).isNotNull();

        table.put("m", Member.UNKNOWN);

        assertThat(table.find("m")).isNull();
    }
}
