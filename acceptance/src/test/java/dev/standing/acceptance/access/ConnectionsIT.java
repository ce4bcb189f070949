package dev.standing.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.ManagementPort;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who opens connections and says nothing takes no more of them than a service gives, and its health is asked at another door. */
@ResourceLock(Suites.SHARED)
class ConnectionsIT {
    // quarkus.http.limits.max-connections
    private static final int MOST = 4_000;
    private static final int BEYOND = 50;
    private static final int CALL_MILLIS = 10_000;

    private final Suite suite = Suites.shared();
    private final List<Socket> silent = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void connections_beyond_the_cap_end_and_places_that_are_left_are_given_again(Service service) throws IOException {
        for (int i = 0; i < MOST + BEYOND; i++) {
            silent.add(open(service));
        }

        assertThat(silent.subList(MOST, MOST + BEYOND)).allMatch(ConnectionsIT::isEnded);
        assertThat(calls(management(service), "/q/health/live")).startsWith("HTTP/1.1 200");
        close();
        Await.until(
                service + " answers",
                Duration.ofMillis(CALL_MILLIS),
                () -> calls(suite.url(service), "/v1"),
                answer -> answer.startsWith("HTTP/1.1 4"));
    }

    @AfterEach
    void close() throws IOException {
        for (Socket one : silent) {
            one.close();
        }
        silent.clear();
    }

    private Socket open(Service service) throws IOException {
        URI at = suite.url(service);
        return new Socket(at.getHost(), at.getPort());
    }

    private URI management(Service service) {
        URI at = suite.url(service);
        return URI.create("http://" + at.getHost() + ":" + ManagementPort.of(at.getPort()));
    }

    private static boolean isEnded(Socket connection) {
        try {
            connection.setSoTimeout(1_000);
            return connection.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** The first bytes of what is answered, none where the connection ends before. */
    private static String calls(URI at, String path) {
        try (Socket connection = new Socket(at.getHost(), at.getPort())) {
            connection.setSoTimeout(CALL_MILLIS);
            connection
                    .getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(connection.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }
}
