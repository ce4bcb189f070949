package dev.standing.ingest.lines;

import dev.standing.web.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;

/** Places for streams, so many for each sender and so many in all: a stream holds memory for as long as it is open. Thread-safe. */
final class Places {
    private final int perSender;
    private final int inAll;
    private final Map<String, Integer> taken = new HashMap<>();
    private int takenInAll;

    Places(int perSender, int inAll) {
        this.perSender = perSender;
        this.inAll = inAll;
    }

    /** @throws ProblemException 429 where the sender has all of its places, 503 where there are none */
    synchronized void take(String sender) {
        int own = taken.getOrDefault(sender, 0);
        if (own >= perSender) {
            throw ProblemException.tooMany("At most " + perSender + " streams at a time; end one, or send longer ones");
        }
        if (takenInAll >= inAll) {
            throw ProblemException.unavailable("Too many streams are open; try again in a moment");
        }
        taken.put(sender, own + 1);
        takenInAll++;
    }

    synchronized void giveBack(String sender) {
        taken.computeIfPresent(sender, (name, own) -> own == 1 ? null : own - 1);
        takenInAll--;
    }
}
