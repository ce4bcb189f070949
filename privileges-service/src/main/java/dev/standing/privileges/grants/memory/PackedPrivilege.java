package dev.standing.privileges.grants.memory;

import dev.standing.privileges.grants.Privilege;
import dev.standing.privileges.grants.Privilege.Ending;
import dev.standing.privileges.grants.Privilege.Settled;
import dev.standing.privileges.grants.Why;
import java.time.Instant;

/**
 * A privilege as numbers: what is held, then for each announced end when it comes and what is held afterwards, which begins with that end. The
 * lowest bit beside each tier says whether it ends.
 */
final class PackedPrivilege {
    private static final Why[] WHYS = Why.values();
    private static final int WHY_BITS = 3;

    private PackedPrivilege() {}

    @SuppressWarnings("EnumOrdinal") // nothing of it outlives the process
    static void write(PackedWriter to, Privilege privilege) {
        boolean ends = privilege instanceof Ending;
        Why why = privilege instanceof Ending ending ? ending.held().why() : privilege.why();
        to.number(((((long) privilege.tier() << WHY_BITS) | why.ordinal()) << 1) | (ends ? 1 : 0));
        to.instant(privilege.since());
        writeEnds(to, privilege);
    }

    private static void writeEnds(PackedWriter to, Privilege privilege) {
        Privilege at = privilege;
        while (at instanceof Ending ending) {
            at = ending.then();
            to.instant(ending.until());
            to.number(((long) at.tier() << 1) | (at instanceof Ending ? 1 : 0));
        }
    }

    static Privilege read(PackedReader from) {
        long head = from.number();
        Why why = WHYS[(int) (head >>> 1) & ((1 << WHY_BITS) - 1)];
        Settled held = new Settled((int) (head >>> (1 + WHY_BITS)), from.instant(), why);
        return endsAsWell(head) ? ending(from, held) : held;
    }

    private static Ending ending(PackedReader from, Settled held) {
        Instant until = from.instant();
        long head = from.number();
        Settled next = new Settled((int) (head >>> 1), until, Why.GRACE_ENDED);
        return new Ending(held, until, endsAsWell(head) ? ending(from, next) : next);
    }

    private static boolean endsAsWell(long head) {
        return (head & 1) == 1;
    }
}
