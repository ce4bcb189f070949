package dev.standing.privileges.webhooks.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference implementation for Node.js is the second judge of what is signed, beside the one in {@link KeysTest}. */
class NodeReferenceTest {
    private static final Path SCRIPT = Path.of("src/test/node");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "msg_0f3c";
    private static final byte[] BODY = "{\"type\":\"privilege.granted\",\"data\":{\"member\":\"m-1\",\"text\":\"é😀\"}}"
            .getBytes(StandardCharsets.UTF_8);

    private final Instant now = Instant.now();
    private final Path folder;

    NodeReferenceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A signed message as somebody received it; its body in base 64. */
    private record Received(String secret, String id, Instant at, String signature, String body) {
        static Received of(String secret, String id, Instant at, String signature, byte[] body) {
            return new Received(secret, id, at, signature, Base64.getEncoder().encodeToString(body));
        }

        String line() {
            try {
                return JSON.writeValueAsString(Map.of(
                        "secret", secret,
                        "body", body,
                        "headers",
                                Map.of(
                                        "webhook-id", id,
                                        "webhook-timestamp", String.valueOf(at.getEpochSecond()),
                                        "webhook-signature", signature)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @BeforeEach
    void install() throws Exception {
        for (String file : List.of("package.json", "package-lock.json", "judge.js")) {
            Files.copy(SCRIPT.resolve(file), folder.resolve(file));
        }
        assumeTrue(
                run("", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") != null,
                "npm is not here (Debian: apt-get install nodejs npm) or finds no registry: webhooks have one judge less");
    }

    @Test
    void everythingThatIsSignedIsTaken() throws Exception {
        Keys hmac = Keys.generate(false);
        Keys both = Keys.generate(true);
        Keys rotated = new Keys(both.secret(), null, hmac);

        assertThat(judge(List.of(
                        signed(hmac, hmac),
                        signed(both, both),
                        signed(rotated, both),
                        signed(rotated, hmac),
                        Received.of(
                                hmac.secret(),
                                ID,
                                now,
                                hmac.sign(ID, now, "{}"),
                                "{}".getBytes(StandardCharsets.UTF_8)))))
                .hasSize(5)
                .containsOnly("taken");
    }

    @Test
    void everyOneBitChangeIsRefused() throws Exception {
        Keys keys = Keys.generate(true);
        Received whole = signed(keys, keys);
        List<Received> changed = new ArrayList<>();
        for (int bit = 0; bit < BODY.length * 8; bit++) {
            changed.add(Received.of(whole.secret(), ID, now, whole.signature(), flipped(BODY, bit)));
        }
        byte[] id = ID.getBytes(StandardCharsets.US_ASCII);
        for (int bit = 0; bit < id.length * 8; bit++) {
            // The highest bit makes no ASCII, so no header.
            if (bit % 8 != 7) {
                String other = new String(flipped(id, bit), StandardCharsets.US_ASCII);
                changed.add(Received.of(whole.secret(), other, now, whole.signature(), BODY));
            }
        }
        byte[] hmac = Base64.getDecoder().decode(v1(whole.signature()));
        for (int bit = 0; bit < hmac.length * 8; bit++) {
            String other = "v1," + Base64.getEncoder().encodeToString(flipped(hmac, bit));
            changed.add(Received.of(whole.secret(), ID, now, other, BODY));
        }
        for (int bit = 0; bit < 8; bit++) {
            Instant other = Instant.ofEpochSecond(now.getEpochSecond() ^ (1L << bit));
            changed.add(Received.of(whole.secret(), ID, other, whole.signature(), BODY));
        }
        changed.add(Received.of(Keys.generate(false).secret(), ID, now, whole.signature(), BODY));

        assertThat(judge(changed))
                .hasSize(changed.size())
                .allMatch(verdict -> verdict.equals("refused: No matching signature found"));
    }

    private Received signed(Keys sender, Keys receiver) {
        return Received.of(
                receiver.secret(), ID, now, sender.sign(ID, now, new String(BODY, StandardCharsets.UTF_8)), BODY);
    }

    private static String v1(String header) {
        return header.split(" ", -1)[0].substring("v1,".length());
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] other = bytes.clone();
        other[bit / 8] ^= (byte) (1 << (bit % 8));
        return other;
    }

    private List<String> judge(List<Received> messages) throws Exception {
        StringBuilder lines = new StringBuilder();
        messages.forEach(message -> lines.append(message.line()).append('\n'));
        String verdicts = run(lines.toString(), "node", "judge.js");
        assertThat(verdicts).as("node judge.js").isNotNull();
        return verdicts == null ? List.of() : verdicts.lines().toList();
    }

    /** What the program printed; null where it is not there or did not end well. */
    private @Nullable String run(String input, String... command) throws Exception {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return null;
        }
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroy();
        return ended && process.exitValue() == 0 ? Files.readString(out) : null;
    }
}
