package dev.standing.privileges.grants.memory;

import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import dev.standing.contracts.score.ScoreReason;
import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.grants.Consent;
import dev.standing.privileges.grants.Dispute;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Privilege;
import dev.standing.privileges.grants.Privilege.Settled;
import dev.standing.privileges.grants.Source;
import dev.standing.privileges.grants.Why;
import dev.standing.privileges.policy.Perk;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A member as bytes: the name, then what is known, as {@link Item items} in any order, so that what is read from another table goes behind what
 * is there. What many members have alike is a number ({@link Shared}). What is unpacked equals what was packed; it takes less than a
 * microsecond. One thread packs, any thread unpacks what was handed to it safely.
 */
final class Packing {
    private static final Band[] BANDS = Band.values();
    private static final int BAND_BITS = 3;
    private static final DimensionPoints NO_DIMENSIONS = new DimensionPoints(Map.of());

    private final Shared<String> partners = new Shared<>();
    private final Shared<String> scorecards = new Shared<>();
    private final Shared<ScoreReason> reasons = new Shared<>();
    private final Shared<List<String>> dimensions = new Shared<>();

    /** Whether these bytes are of the member whose name is that part of others. */
    static boolean isOf(byte[] packed, byte[] name, int from, int to) {
        int begin = nameBegins(packed);
        int length = to - from;
        return nameLength(packed, begin) == length && Arrays.equals(packed, begin, begin + length, name, from, to);
    }

    static String name(byte[] packed) {
        return new PackedReader(packed).text();
    }

    /** Where the name's bytes begin, behind their number, which is two bytes at most: ids have 128. */
    static int nameBegins(byte[] packed) {
        return packed[0] >= 0 ? 1 : 2;
    }

    /** Where they end. */
    static int nameEnds(byte[] packed) {
        int begin = nameBegins(packed);
        return begin + nameLength(packed, begin);
    }

    private static int nameLength(byte[] packed, int begin) {
        return begin == 1 ? packed[0] : (packed[0] & 0x7F) | (packed[1] << 7);
    }

    /** Writes all that is known of a member, without the name. */
    void write(PackedWriter to, Member member) {
        Source source = member.source();
        score(to, member.sequence(), member.facts(), member.firstDay(), source);
        if (!member.privileges().isEmpty()) {
            privileges(to, member.privileges().size());
            Privilege baseline = source == null ? null : baselineSince(source.asOf());
            for (int perk = 0; perk < member.privileges().size(); perk++) {
                if (!member.privileges().get(perk).equals(baseline)) {
                    privilege(to, perk, member.privileges().get(perk));
                }
            }
        }
        member.consents().forEach((partner, consent) -> consent(to, partner, consent));
        member.disputes().forEach((id, dispute) -> dispute(to, id, dispute));
    }

    void score(
            PackedWriter to, long sequence, @Nullable Facts facts, @Nullable Long firstDay, @Nullable Source source) {
        if (sequence != 0) {
            to.number(Item.SEQUENCE.head(0));
            to.number(sequence);
        }
        if (facts != null) {
            facts(to, facts);
        }
        if (firstDay != null) {
            to.number(Item.FIRST_DAY.head(0));
            to.signed(firstDay);
        }
        if (source != null) {
            source(to, source);
        }
    }

    @SuppressWarnings("EnumOrdinal") // nothing of it outlives the process
    private void facts(PackedWriter to, Facts facts) {
        Map<String, Integer> points = facts.dimensions().byName();
        to.number(Item.FACTS.head(dimensions.placeOf(List.copyOf(points.keySet()))));
        to.signed(facts.score());
        to.signed(facts.base());
        to.number(
                ((long) facts.band().ordinal() << BAND_BITS) | facts.baseBand().ordinal());
        to.signed(facts.tenureDays());
        points.values().forEach(to::signed);
    }

    private void source(PackedWriter to, Source source) {
        to.number(Item.SOURCE.head(scorecards.placeOf(source.scorecard())));
        to.instant(source.asOf());
        List<ScoreReason> said = source.reasons();
        to.number(said == null ? 0 : said.size() + 1);
        if (said != null) {
            said.forEach(reason -> to.number(reasons.placeOf(reason)));
        }
    }

    void privileges(PackedWriter to, int perks) {
        to.number(Item.PRIVILEGES.head(perks));
    }

    void privilege(PackedWriter to, int perk, Privilege held) {
        to.number(Item.PRIVILEGE.head(perk));
        PackedPrivilege.write(to, held);
    }

    void consent(PackedWriter to, String partner, Consent consent) {
        to.number(Item.CONSENT.head((partners.placeOf(partner) << 1) | (consent.granted() ? 1 : 0)));
        to.signed(consent.version());
    }

    void dispute(PackedWriter to, String id, Dispute dispute) {
        to.number(Item.DISPUTE.head(dispute.open() ? 1 : 0));
        to.text(id);
        to.instant(dispute.freezesUntil());
    }

    Member unpack(byte[] packed) {
        PackedReader from = new PackedReader(packed);
        from.passText();
        Unpacked member = new Unpacked();
        while (from.hasMore()) {
            long head = from.number();
            int number = (int) (head >>> Item.BITS);
            switch (Item.of(head)) {
                case SEQUENCE -> member.sequence = from.number();
                case FACTS -> member.facts = facts(from, dimensions.at(number));
                case FIRST_DAY -> member.firstDay = from.signed();
                case SOURCE -> member.source = source(from, scorecards.at(number));
                case PRIVILEGES -> member.perks = number;
                case PRIVILEGE -> member.hold(number, PackedPrivilege.read(from));
                case CONSENT ->
                    member.consent(partners.at(number >>> 1), new Consent(from.signed(), (number & 1) == 1));
                case DISPUTE -> member.dispute(from.text(), new Dispute(number == 1, from.instant()));
            }
        }
        return member.member();
    }

    private static Facts facts(PackedReader from, List<String> names) {
        int score = (int) from.signed();
        int base = (int) from.signed();
        int bands = from.count();
        int tenureDays = (int) from.signed();
        return new Facts(
                score,
                base,
                BANDS[bands >>> BAND_BITS],
                BANDS[bands & ((1 << BAND_BITS) - 1)],
                tenureDays,
                points(names, from));
    }

    private static DimensionPoints points(List<String> names, PackedReader from) {
        if (names.isEmpty()) {
            return NO_DIMENSIONS;
        }
        Map<String, Integer> points = new TreeMap<>();
        names.forEach(name -> points.put(name, (int) from.signed()));
        return new DimensionPoints(points);
    }

    private Source source(PackedReader from, String scorecard) {
        Instant asOf = from.instant();
        int count = from.count() - 1;
        if (count < 0) {
            return new Source(scorecard, asOf, null);
        }
        ScoreReason[] said = new ScoreReason[count];
        for (int i = 0; i < count; i++) {
            said[i] = reasons.at(from.count());
        }
        return new Source(scorecard, asOf, List.of(said));
    }

    static Settled baselineSince(Instant instant) {
        return new Settled(Perk.BASELINE, instant, Why.BASELINE);
    }
}
