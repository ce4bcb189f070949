package dev.standing.privileges.checks;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A check that was decided, with all that it was decided by.
 *
 * @param id rises with time (version 7 of RFC 9562)
 */
public record Check(UUID id, Instant at, String partner, Question question, Basis basis, CheckAnswer answer) {
    private static final long VERSION = 0x7000L;
    private static final long VERSION_BITS = 0xfffL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** Who may look a check up is asked when that is done, so ids need not be hard to guess. */
    static UUID idAt(Instant now) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                now.toEpochMilli() << 16 | VERSION | (random.nextLong() & VERSION_BITS),
                VARIANT | random.nextLong() >>> 2);
    }
}
