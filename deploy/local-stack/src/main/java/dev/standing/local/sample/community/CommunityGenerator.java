package dev.standing.local.sample.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes the sample community from a seed: neighbourhoods whose members resemble each other, the lives they lead and the friends
 * they have. The same seed and anchor give the same community, to the last id.
 */
public final class CommunityGenerator {

    static final int MEMBERS = 1_000;
    static final int TIES = 5_000;
    static final int NEIGHBOURHOOD_SIZE = 25;
    public static final long SEED = 20_261_101;

    private static final String EVIDENCE = "sample community, no real person";

    private final long seed;
    private final Timeline timeline;

    public CommunityGenerator(long seed, LocalDate anchor) {
        this.seed = seed;
        this.timeline = new Timeline(anchor);
    }

    public Community generate() {
        double[] punctuality = neighbourhoodPunctuality();
        List<SampleMember> members = new ArrayList<>();
        Map<String, List<SampleRecord>> recordsByPartner = new LinkedHashMap<>();
        Partners.ALL.forEach(partner -> recordsByPartner.put(partner, new ArrayList<>()));
        for (int number = 1; number <= MEMBERS; number++) {
            int neighbourhood = (number - 1) / NEIGHBOURHOOD_SIZE;
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
            Persona drawn = Persona.of(number, punctuality[neighbourhood], random);
            List<SampleRecord> records = new Life(number == 1 ? Persona.ofTheStory() : drawn, timeline, random).live();
            records.forEach(record -> listOf(recordsByPartner, record).add(record));
            members.add(member(number, neighbourhood, records, random));
        }
        recordsByPartner
                .values()
                .forEach(list ->
                        list.sort(Comparator.comparing(SampleRecord::occurredAt).thenComparing(SampleRecord::id)));
        return new Community(members, new TieGenerator(seed, members, EVIDENCE).generate(TIES), recordsByPartner);
    }

    private static List<SampleRecord> listOf(Map<String, List<SampleRecord>> recordsByPartner, SampleRecord record) {
        return recordsByPartner.computeIfAbsent(record.partner(), partner -> new ArrayList<>());
    }

    /** Most neighbourhoods pay in time, some find it harder. */
    private double[] neighbourhoodPunctuality() {
        SplittableRandom random = new SplittableRandom(seed);
        double[] punctuality = new double[MEMBERS / NEIGHBOURHOOD_SIZE];
        for (int i = 0; i < punctuality.length; i++) {
            punctuality[i] = random.nextDouble() < 0.2 ? random.nextDouble(0.68, 0.85) : random.nextDouble(0.90, 0.99);
        }
        punctuality[0] = 0.98;
        return punctuality;
    }

    private static SampleMember member(
            int number, int neighbourhood, List<SampleRecord> records, SplittableRandom random) {
        Set<String> partners = new LinkedHashSet<>();
        records.forEach(record -> partners.add(record.partner()));
        boolean social = number == 1 || random.nextDouble() < 0.95;
        return new SampleMember("m-" + number, List.copyOf(partners), social, EVIDENCE, neighbourhood);
    }
}
