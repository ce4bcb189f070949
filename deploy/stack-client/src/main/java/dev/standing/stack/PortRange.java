package dev.standing.stack;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports in a row, as the launcher wants them. Suites that one process starts at the same moment get ports of their own: services' are in even
 * thousands, so that the management ports, a thousand above, are nobody's service, and each base is given once.
 */
public final class PortRange {
    private static final int FIRST = 20_000;
    private static final int LAST = 30_000;
    private static final int COUNT = 10;
    private static final int THOUSANDS = 2 * 1_000;
    /** One less than fit, for the last of a row begins the next thousand. */
    private static final int BASES_A_THOUSAND = 1_000 / COUNT - 1;

    private static final int BASES = (LAST - FIRST) / THOUSANDS * BASES_A_THOUSAND;
    private static final AtomicInteger NEXT = new AtomicInteger((int) (Math.random() * BASES));

    private PortRange() {}

    /** The first of the ports that the launcher uses, and of some beside them, that nobody uses now. */
    static int freeBase() {
        for (int attempt = 0; attempt < BASES; attempt++) {
            int base = base(Math.floorMod(NEXT.getAndIncrement(), BASES));
            if (isFree(base, COUNT) && isFree(ManagementPort.of(base), COUNT)) {
                return base;
            }
        }
        throw new IllegalStateException("no " + COUNT + " free ports in a row between " + FIRST + " and " + LAST);
    }

    private static int base(int number) {
        return FIRST + number / BASES_A_THOUSAND * THOUSANDS + number % BASES_A_THOUSAND * COUNT;
    }

    /** Whether nobody listens on so many ports from this one on. */
    public static boolean isFree(int base, int count) {
        for (int port = base; port < base + count; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
