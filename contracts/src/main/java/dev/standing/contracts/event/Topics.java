package dev.standing.contracts.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The topics and what keys them. Order is kept per key; delivery is at least once; every consumer makes the effect
 * exactly once.
 */
public final class Topics {
    /** {@link RecordEvent}, keyed by member. Said by ingest. */
    public static final String RECORDS = "standing.records";

    /** {@link ConsentEvent}, keyed by member. Said by ingest. */
    public static final String CONSENTS = "standing.consents";

    /** {@link TieEvent}, keyed by {@link TieEvent#key()}. Said by ingest. */
    public static final String TIES = "standing.ties";

    /** {@link DisputeEvent}, keyed by member. Said by ingest. */
    public static final String DISPUTES = "standing.disputes";

    /** {@link PartnerEvent}, keyed by partner. Said by ingest. */
    public static final String PARTNERS = "standing.partners";

    /** {@link WatermarkEvent}, keyed by the topic that it is about. Said by ingest. */
    public static final String WATERMARKS = "standing.watermarks";

    /** {@link ScoreEvent}, keyed by member. Said by scoring. */
    public static final String SCORES = "standing.scores";

    /** {@link ProgressEvent}, all under one key. Said by scoring. */
    public static final String PROGRESS = "standing.progress";

    /** {@link PrivilegeEvent}, keyed by member. Said by privileges. */
    public static final String PRIVILEGES = "standing.privileges";

    /** Partitions of every topic, unless a deployment says otherwise. */
    public static final int PARTITIONS = 6;

    private Topics() {}

    /** The topics of which watermarks tell how far the journals behind them are told; nobody waits for a partner's figure. */
    public static List<String> journals() {
        return List.of(RECORDS, CONSENTS, TIES, DISPUTES);
    }

    /** All topics that carry events, dead letters left out. */
    public static List<String> all() {
        return List.of(RECORDS, CONSENTS, TIES, DISPUTES, PARTNERS, WATERMARKS, SCORES, PROGRESS, PRIVILEGES);
    }

    /** Every topic that a broker is to have, dead letters too, with its partitions. */
    public static Map<String, Integer> partitions() {
        Map<String, Integer> partitions = new LinkedHashMap<>();
        for (String topic : all()) {
            partitions.put(topic, PARTITIONS);
            partitions.put(deadLetters(topic), PARTITIONS);
        }
        return partitions;
    }

    /** The topics of which the last message of a key says all; of all others each message counts. */
    public static Set<String> compacted() {
        return Set.of(PARTNERS, WATERMARKS, SCORES, PROGRESS);
    }

    /** Where an unreadable message of {@code topic} is noted, as a {@link DeadLetter}. */
    public static String deadLetters(String topic) {
        return topic + ".dead-letters";
    }
}
