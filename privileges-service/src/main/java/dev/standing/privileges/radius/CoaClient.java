package dev.standing.privileges.radius;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells access servers by UDP. Each call blocks its thread and has a socket of its own, so answers are not mixed up. Thread-safe. */
@Singleton
final class CoaClient {
    private static final Logger LOG = Logger.getLogger(CoaClient.class);
    private static final int ATTEMPTS = 3;
    private static final int MOST_BYTES = 4_096;
    private static final int IDENTIFIERS = 256;

    private final Network network;
    private final Duration answerWithin;

    CoaClient(Network network, RadiusConfig config) {
        this.network = network;
        this.answerWithin = config.answerWithin();
    }

    /** Sends the same packet until it is answered, three times at most. */
    Outcome tell(AccessServer server, Change change) {
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress address = InetAddress.getByName(server.address());
            socket.connect(new InetSocketAddress(address, server.port()));
            int identifier = ThreadLocalRandom.current().nextInt(IDENTIFIERS);
            CoaRequest request = new CoaRequest(identifier, server, address, change, network, Instant.now());
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Outcome outcome = attempt(socket, request);
                if (outcome != null) {
                    return outcome;
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.debugf(e, "an access server could not be told");
        }
        return Outcome.UNANSWERED;
    }

    /** What is no answer to this request is passed over, and does not lengthen the wait. */
    private @Nullable Outcome attempt(DatagramSocket socket, CoaRequest request) throws IOException {
        byte[] packet = request.packet();
        long deadline = System.nanoTime() + answerWithin.toNanos();
        try {
            socket.send(new DatagramPacket(packet, packet.length));
            DatagramPacket answer = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
            while (true) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return null;
                }
                socket.setSoTimeout((int) left);
                answer.setLength(MOST_BYTES);
                socket.receive(answer);
                Outcome outcome = request.outcome(Arrays.copyOf(answer.getData(), answer.getLength()));
                if (outcome != null) {
                    return outcome;
                }
            }
        } catch (SocketTimeoutException e) {
            return null;
        }
    }
}
