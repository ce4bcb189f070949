package dev.standing.local.process;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {

    /** Below those that the kernel hands out by itself: no connection takes one before whoever asked for it does. */
    private static final int FIRST = 10_000;

    private static final int END = 32_000;
    private static final int MOST_ATTEMPTS = 10_000;

    private Ports() {}

    /** As many different ports as asked for, free at this moment. */
    public static List<Integer> free(int count) {
        Set<Integer> ports = new LinkedHashSet<>();
        for (int attempt = 0; ports.size() < count; attempt++) {
            if (attempt == MOST_ATTEMPTS) {
                throw new IllegalStateException("No free port on the loopback address from " + FIRST + " to " + END);
            }
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port) && isFreeForDatagrams(port)) {
                ports.add(port);
            }
        }
        return List.copyOf(ports);
    }

    private static boolean isFreeForDatagrams(int port) {
        try (DatagramSocket _ = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether nobody listens there; a port of a connection that lately ended counts as free. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
