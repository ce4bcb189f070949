package dev.standing.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.ManagementPort;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be read is answered in words, of each packaged service at both of its ports. */
@ResourceLock(Suites.SHARED)
class UnreadableHeadsIT {
    private static final int CALL_MILLIS = 10_000;
    private static final String REST = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    /** Heads by the status that they get. */
    private static final Map<Integer, List<String>> HEADS = Map.of(
            400,
                    List.of(
                            "GET /%zz" + REST,
                            "GET /a|b" + REST,
                            "GET /%ff" + REST,
                            "GET /v1?from=%ff" + REST,
                            "GET /v1?%ff" + REST,
                            "GET //" + REST,
                            "GET //v1/perks" + REST,
                            "GET /v1//perks" + REST,
                            "OPTIONS *" + REST,
                            "CONNECT shop.example:443" + REST,
                            "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                            "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: +5\r\n\r\n",
                            "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
                            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\nGET /v1" + REST,
                            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity\r\n\r\nGET /v1" + REST),
            414, List.of("GET /" + "a".repeat(9_000) + REST, "HEAD /" + "a".repeat(9_000) + REST),
            505,
                    List.of(
                            "GET / ABC/1.1\r\nHost: x\r\n\r\n",
                            "GET / HTTP/3.0\r\nHost: x\r\n\r\n",
                            "PRI * HTTP/2.0\r\nHost: x\r\n\r\n"),
            431, List.of("GET /v1 HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(30_000) + "\r\n\r\n"));

    private final Suite suite = Suites.shared();

    /** Beside each other, for some connections are kept for a second, so that nobody loses an answer. */
    @ParameterizedTest
    @EnumSource
    void a_head_that_cannot_be_read_is_a_problem_with_words(Service service) {
        int port = suite.url(service).getPort();
        List<Executable> calls = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            HEADS.forEach((status, heads) -> {
                for (String head : heads) {
                    for (int door : new int[] {port, ManagementPort.of(port)}) {
                        Future<String> answer = callers.submit(() -> answer(door, head));
                        calls.add(() -> assertThat(answer.get())
                                .as("%.40s at %d", head, door)
                                .matches(said -> said.matches("(?s)HTTP/1\\.[01] " + status + " .*"))
                                .containsIgnoringCase("content-type: application/problem+json")
                                .containsIgnoringCase("connection: close")
                                .contains("\"type\":\"urn:standing:problem:", "\"status\":" + status)
                                .doesNotContain("aaaa")
                                .containsOnlyOnce("\r\n\r\n"));
                    }
                }
            });
        }
        assertAll(calls);
    }

    /** All that comes before the connection ends, in whatever way it does. */
    private static String answer(int port, String head) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setSoTimeout(CALL_MILLIS);
            connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            for (int next = connection.getInputStream().read();
                    next >= 0;
                    next = connection.getInputStream().read()) {
                answer.write(next);
            }
        } catch (IOException e) {
            // What is still unread there has it end so.
        }
        return answer.toString(StandardCharsets.US_ASCII);
    }
}
