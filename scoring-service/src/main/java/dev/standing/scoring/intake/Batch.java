package dev.standing.scoring.intake;

import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.TieEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was read in one go, over all three topics. Filled and emptied by the loop's thread. */
public final class Batch {
    private final List<RecordEvent> records = new ArrayList<>();
    private final List<ConsentEvent> consents = new ArrayList<>();
    private final List<TieEvent> ties = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Map<Integer, Long> reachedByPartition = new HashMap<>();

    public List<RecordEvent> records() {
        return records;
    }

    public List<ConsentEvent> consents() {
        return consents;
    }

    public List<TieEvent> ties() {
        return ties;
    }

    public List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    /** The highest position of the ledger in each partition of the records' topic. */
    public Map<Integer, Long> reachedByPartition() {
        return reachedByPartition;
    }

    void reached(int partition, long position) {
        reachedByPartition.merge(partition, position, Math::max);
    }

    /** Messages, poison included. */
    public int size() {
        return records.size() + consents.size() + ties.size() + deadLetters.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }
}
