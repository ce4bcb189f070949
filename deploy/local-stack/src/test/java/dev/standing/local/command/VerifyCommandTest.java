package dev.standing.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.receipts.Receipt;
import dev.standing.receipts.ReceiptIssuer;
import dev.standing.receipts.SigningKeys;
import dev.standing.receipts.StatusList;
import dev.standing.receipts.StatusReference;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Without any service: keys and status are files. */
class VerifyCommandTest {
    private static final URI LIST = URI.create("https://privileges.example/v1/receipts/status/0");
    private static final String AUDIENCE = "https://landlord.example";

    private final SigningKeys keys = SigningKeys.read(SigningKeys.withNew(null));
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path folder = Path.of("");

    private String said = "";

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("keys"), keys.published());
        Files.writeString(folder.resolve("good"), status(false));
        Files.writeString(folder.resolve("revoked"), status(true));
        Files.writeString(folder.resolve("receipt"), receipt() + "\n");
    }

    private String receipt() {
        return receipt(LIST);
    }

    private String receipt(URI list) {
        return receipt(list, "good");
    }

    private String receipt(URI list, String band) {
        return new ReceiptIssuer()
                .issue(
                        new Receipt(
                                "https://privileges.example",
                                AUDIENCE,
                                "ada",
                                "0d8f",
                                now,
                                now.plus(Duration.ofDays(30)),
                                new StatusReference(list, 7),
                                Map.of("band", band, "dimensions.history", 100L)),
                        keys);
    }

    private String status(boolean revoked) {
        BitSet bits = new BitSet();
        bits.set(7, revoked);
        return StatusList.sign(keys, LIST, bits, 16, now, Duration.ofMinutes(5), Duration.ofDays(1));
    }

    @Test
    void whatIsValidIsToldInPlainWords() {
        assertThat(verify("receipt", AUDIENCE, "keys", "good")).isZero();
        assertThat(said)
                .startsWith("Valid. https://privileges.example says of ada, to https://landlord.example alone")
                .containsPattern("\\n  band +good\\n  dimensions.history +100\\n")
                .contains("It holds until " + now.plus(Duration.ofDays(30)));
    }

    @Test
    void itIsReadFromStandardInputToo() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(receipt().getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(verify("-", AUDIENCE, "keys", "good")).isZero();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void whatIsNotSaysWhyAndNothingOfWhatItSays() {
        assertThat(verify("receipt", AUDIENCE, "keys", "revoked")).isEqualTo(1);
        assertThat(said).isEqualTo("Not valid. It was revoked.\n");
        assertThat(verify("receipt", "https://other.example", "keys", "good")).isEqualTo(1);
        assertThat(said).isEqualTo("Not valid. It is for another audience: https://landlord.example.\n");
    }

    @Test
    void whereKeysOrStatusCannotBeHadNothingIsSaid() {
        assertThat(verify("receipt", AUDIENCE, "keys", "none")).isEqualTo(3);
        assertThat(said).startsWith("Nothing can be said: ").contains("none is not there");
        assertThat(verify("receipt", AUDIENCE, "receipt", "good")).isEqualTo(3);
        assertThat(said).contains("has no keys: it is not a JWK set");
        assertThat(verify("none", AUDIENCE, "keys", "good")).isEqualTo(3);
    }

    /** A file of the machine of whoever verifies is nothing that a status list may be. */
    @Test
    void aStatusListIsGotFromTheWebAlone() throws IOException {
        Files.writeString(
                folder.resolve("receipt"), receipt(folder.resolve("good").toUri()));
        assertThat(run(List.of(
                        folder.resolve("receipt").toString(),
                        "--audience",
                        AUDIENCE,
                        "--keys",
                        folder.resolve("keys").toString())))
                .isEqualTo(1);
        assertThat(said).startsWith("Not valid. Its status list has no address of http or https");
    }

    @Test
    void aStatusListThatIsNoneToRelyOnSaysNothingOfTheReceipt() throws IOException {
        Files.writeString(folder.resolve("page"), "<html>");
        assertThat(verify("receipt", AUDIENCE, "keys", "page")).isEqualTo(3);
        assertThat(said).startsWith("Nothing can be said: the status list is none to rely on");
    }

    @Test
    void whereNoStackRunsItIsNotTheReceiptThatIsWrong() {
        assertThat(run(List.of(
                        folder.resolve("receipt").toString(),
                        "--audience",
                        AUDIENCE,
                        "--home",
                        folder.resolve("nowhere").toString())))
                .isEqualTo(3);
        assertThat(said).startsWith("Nothing can be said: No stack runs in ").contains("--keys");
    }

    @Test
    void theHelpSaysWhatTheExitCodesMean() {
        assertThat(run(List.of("--help"))).isZero();
        assertThat(said)
                .containsPattern("0 +It is valid")
                .containsPattern("1 +It is not valid")
                .containsPattern("2 +The command is misspelt")
                .containsPattern("3 +It could not be checked");
    }

    @Test
    void whoeverSignsWritesNoLinesThatLookLikeOurs() throws IOException {
        Files.writeString(folder.resolve("receipt"), receipt(LIST, "good\nIt holds for ever\u001b[2J\u202e\u009b"));
        assertThat(verify("receipt", AUDIENCE, "keys", "good")).isZero();
        assertThat(said).containsPattern("\\n  band +good\\?It holds for ever\\?\\[2J\\?\\?\\n");
    }

    @Test
    void whoItWasShownToHasToBeSaid() {
        assertThat(run(List.of(folder.resolve("receipt").toString()))).isEqualTo(2);
    }

    private int verify(String receipt, String audience, String keyFile, String status) {
        return run(List.of(
                receipt.equals("-") ? "-" : folder.resolve(receipt).toString(),
                "--audience",
                audience,
                "--keys",
                folder.resolve(keyFile).toString(),
                "--status",
                folder.resolve(status).toString()));
    }

    private int run(List<String> words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            return new CommandLine(new VerifyCommand()).execute(new ArrayList<>(words).toArray(String[]::new));
        } finally {
            System.setOut(out);
            System.setErr(err);
            said = bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
