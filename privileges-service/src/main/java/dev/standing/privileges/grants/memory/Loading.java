package dev.standing.privileges.grants.memory;

import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import dev.standing.contracts.score.ScoreReason;
import dev.standing.database.CopyRow;
import dev.standing.database.Snapshot;
import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.grants.Consent;
import dev.standing.privileges.grants.Dispute;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Privilege;
import dev.standing.privileges.grants.PrivilegeRows;
import dev.standing.privileges.grants.ReasonRows;
import dev.standing.privileges.grants.Source;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The tables of members, read one after the other, each in the order that it lies in on disk: an order by member, of which a merge could make
 * each member in one go, takes the database three times as long. Rows become items of packed members at once; those of one member that lie
 * beside each other, as a batch has written them, together.
 */
final class Loading {
    /** What comes after an announced end is text for the database to write and for us to read: only where there is one. */
    private static final String PRIVILEGES = """
            select member, perk, tier, since, why, until, case when until is not null then falls::text end
            from privileges.privilege
            """;

    private static final String CONSENTS = "select member, partner, version, granted from privileges.consent";
    private static final String DISPUTES = "select member, dispute, open, freezes_until from privileges.dispute";
    private final Snapshot snapshot;
    private final PerkPolicy policy;
    private final MemberTable members;
    private final Runnable progress;
    private final List<String> dimensions;
    private final PackedWriter items = new PackedWriter();
    private byte[] named = new byte[0];
    private int from;
    private int to;
    private boolean ends;

    Loading(Snapshot snapshot, PerkPolicy policy, MemberTable members, Runnable progress) {
        this.snapshot = snapshot;
        this.policy = policy;
        this.members = members;
        this.progress = progress;
        this.dimensions = policy.dimensions().stream().sorted().toList();
    }

    void all() {
        read("");
    }

    /** Whoever is named and has no rows is not known any more. */
    void changedSince(long position) {
        String changed = "select unnest(members) from privileges.changed where position > " + position;
        each(changed, row -> {});
        read(" where member = any (array(" + changed + "))");
    }

    /** The largest part of a member last: what is there already is copied each time that something comes to it. */
    private void read(String where) {
        each(PRIVILEGES + where, this::privilege);
        each(CONSENTS + where, this::consent);
        each(DISPUTES + where, this::dispute);
        each(members() + where, this::member);
    }

    private String members() {
        return """
                select member, sequence, score, base, band, base_band, tenure_days, as_of,
                    case when first_day_of = sequence then first_day end, scorecard,
                    case when reasons_of = sequence then reasons::text end%s
                from privileges.member
                """.formatted(points());
    }

    /** As whole numbers, which the database takes out of its document sooner than we would read one. */
    private String points() {
        return dimensions.stream().map(", (dimensions->>'%s')::int"::formatted).collect(Collectors.joining());
    }

    /** Each row begins with its member. */
    private void each(String query, Consumer<CopyRow> reader) {
        snapshot.each(query, progress, row -> {
            row.next();
            if (!Arrays.equals(named, from, to, row.bytes(), row.from(), row.to())) {
                append();
                named = row.bytes();
                from = row.from();
                to = row.to();
            }
            reader.accept(row);
        });
        append();
        to = from;
    }

    private void append() {
        if (from < to) {
            members.append(named, from, to, items, ends);
        }
        items.clear();
        ends = false;
    }

    /** A tier above the baseline of which nothing is kept is the baseline; a perk that the policy does not have any more is none. */
    private void privilege(CopyRow row) {
        Perk perk = policy.perk(row.text());
        if (perk == null) {
            return;
        }
        Privilege held = PrivilegeRows.read(
                perk, row.text(), row.timestamptz(), row.text(), row.timestamptzOrNull(), row.textOrNull());
        members.packing().privilege(items, perk.index(), held);
        members.tally().raise(perk.index(), held.tier());
        ends |= held instanceof Privilege.Ending;
    }

    private void consent(CopyRow row) {
        members.packing().consent(items, row.text(), new Consent(row.int8(), row.bool()));
    }

    private void dispute(CopyRow row) {
        members.packing().dispute(items, row.text(), new Dispute(row.bool(), row.timestamptz()));
    }

    private void member(CopyRow row) {
        long sequence = row.int8();
        int score = row.int4();
        int base = row.int4();
        Band band = Band.of(row.text());
        Band baseBand = Band.of(row.text());
        int tenureDays = row.int4();
        Instant asOf = row.timestamptz();
        Integer firstDay = row.int4OrNull();
        String scorecard = row.text();
        List<ScoreReason> reasons = row.next() ? ReasonRows.read(row.bytes(), row.from(), row.to()) : null;
        Source source = new Source(scorecard, asOf, reasons);
        Facts facts = new Facts(score, base, band, baseBand, tenureDays, points(row));
        members.packing()
                .score(
                        items,
                        sequence,
                        facts,
                        Member.firstDay(firstDay == null ? null : LocalDate.ofEpochDay(firstDay), tenureDays, asOf),
                        source);
        members.packing().privileges(items, policy.perks().size());
        members.tally().begin(policy.perks().size());
    }

    private DimensionPoints points(CopyRow row) {
        Map<String, Integer> points = new TreeMap<>();
        for (String dimension : dimensions) {
            Integer value = row.int4OrNull();
            if (value != null) {
                points.put(dimension, value);
            }
        }
        return new DimensionPoints(points);
    }
}
