package dev.standing.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is named, it comes to an end. */
@Timeout(30)
class SourceTest {
    private static final int MOST = 1_000;
    private static final String LATE = "did not come to its end within 500 ms";

    private final Source source = new Source(MOST, Duration.ofSeconds(10));
    private final Source impatient = new Source(MOST, Duration.ofMillis(500));

    @TempDir
    Path folder = Path.of("");

    @Test
    void asManyBytesAsThereMayBeAreReadAndOneMoreIsTooMany() throws IOException {
        assertThat(source.read(file("most", MOST))).hasSize(MOST);
        assertThatThrownBy(() -> source.read(file("more", MOST + 1))).hasMessageContaining("has more than 1000 bytes");
        assertThatThrownBy(() -> source.read(new ByteArrayInputStream(new byte[MOST + 1])))
                .hasMessageContaining("standard input has more than 1000 bytes");
    }

    @Test
    void aDeviceWithoutAnEndIsTooLong() {
        assertThatThrownBy(() -> source.read("/dev/zero")).hasMessageContaining("/dev/zero has more than 1000 bytes");
    }

    @Test
    void aPipeThatNobodyWritesToIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        try {
            assertThatThrownBy(() -> impatient.read(pipe.toString())).hasMessageContaining(LATE);
        } finally {
            // The thread that is left behind opens it, and ends.
            Files.newOutputStream(pipe).close();
        }
    }

    @Test
    void silentInputIsNotWaitedFor() throws IOException {
        try (PipedOutputStream silent = new PipedOutputStream();
                InputStream in = new PipedInputStream(silent)) {
            assertThatThrownBy(() -> impatient.read(in)).hasMessageContaining("standard input " + LATE);
        }
    }

    @Test
    void whatAServerAnswersIsRead() throws IOException {
        assertThat(answered(source, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))
                .isEqualTo("ok");
        assertThatThrownBy(() -> answered(source, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))
                .hasMessageContaining("answers 404");
        assertThatThrownBy(
                        () -> answered(source, "HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n"))
                .hasMessageContaining("answers 302");
    }

    @Test
    void aServerThatNeverEndsIsCutOff() {
        String late = LATE + "|does not answer";
        assertThatThrownBy(() -> answered(impatient, "")).message().containsPattern(late);
        assertThatThrownBy(() -> answered(impatient, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nslow"))
                .message()
                .containsPattern(late);
        assertThatThrownBy(() -> answered(source, "HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + "a".repeat(2000)))
                .hasMessageContaining("has more than 1000 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "/etc/passwd", "ftp://a/b", "https://", "https:a", "a b", ""})
    void nothingElseIsGotFromAnAddress(String address) {
        assertThatThrownBy(() -> source.fetched(address)).hasMessageContaining("is no address of http or https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "."})
    void whatIsNoFileIsSaidToBeNone(String name) {
        assertThatThrownBy(() -> source.read(folder.resolve(name).toString())).isInstanceOf(IOException.class);
    }

    private String file(String name, int bytes) throws IOException {
        return Files.write(folder.resolve(name), new byte[bytes]).toString();
    }

    /** By a server that says this and then nothing, and keeps the connection. */
    private static String answered(Source source, String words) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, words));
            return source.fetched("http://127.0.0.1:" + server.getLocalPort() + "/");
        }
    }

    private static void answer(ServerSocket server, String words) {
        try (Socket caller = server.accept()) {
            OutputStream out = caller.getOutputStream();
            out.write(words.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            caller.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The caller left, or the test is over.
        }
    }
}
