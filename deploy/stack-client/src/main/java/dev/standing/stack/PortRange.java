package dev.standing.stack;

import java.io.IOException;
import java.net.ServerSocket;

/** Ports in a row, as the launcher wants them. */
public final class PortRange {
    private static final int FIRST = 20_000;
    private static final int LAST = 30_000;
    private static final int COUNT = 10;
    private static final int ATTEMPTS = 100;

    private PortRange() {}

    /** The first of the ports that the launcher uses, and of some beside them, that nobody uses now. */
    static int freeBase() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int base = FIRST + (int) (Math.random() * (LAST - FIRST));
            if (isFree(base, COUNT) && isFree(ManagementPort.of(base), COUNT)) {
                return base;
            }
        }
        throw new IllegalStateException("no " + COUNT + " free ports in a row between " + FIRST + " and " + LAST);
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
