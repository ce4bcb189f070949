package dev.standing.local.command;

import dev.standing.local.home.Home;
import dev.standing.local.home.StackFailure;
import dev.standing.receipts.PublicKeys;
import dev.standing.receipts.Receipt;
import dev.standing.receipts.ReceiptVerifier;
import dev.standing.receipts.Verdict;
import dev.standing.stack.StackFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Tells whether a receipt is to be believed, and what it says. Exit code 0 where it is, 1 where it is not, 2 where the command is misspelt,
 * 3 where keys or status cannot be had, so that nothing can be said.
 */
@Command(
        name = "verify",
        description = "Verifies a member's receipt, and says what it discloses.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int UNDECIDED = 3;
    private static final String KEYS = "/.well-known/jwks.json";

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "RECEIPT", description = "A file with it, or - for standard input.")
    private String receipt = "";

    @Option(
            names = "--audience",
            paramLabel = "NAME",
            required = true,
            description = "Who it was shown to, as its member named them: it is of no worth to anybody else.")
    private String audience = "";

    @Option(
            names = "--keys",
            paramLabel = "FILE|URL",
            description = "The issuer's keys, a JWK set (default: those of the local stack that runs).")
    private @Nullable String keys;

    @Option(
            names = "--status",
            paramLabel = "FILE|URL",
            description = "The status list that the receipt names (default: got from there).")
    private @Nullable String status;

    @Override
    public Integer call() {
        try {
            String text = receipt.equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Source.read(receipt);
            Verdict verdict = new ReceiptVerifier(keys(), InstantSource.system())
                    .verify(text.strip(), audience, uri -> Source.read(status == null ? uri.toString() : status));
            return tell(verdict);
        } catch (IOException e) {
            System.err.println("Nothing can be said: " + Home.reason(e) + ".");
            return UNDECIDED;
        }
    }

    private PublicKeys keys() throws IOException {
        String from = keys == null ? ofTheStack() : keys;
        try {
            return PublicKeys.read(Source.read(from));
        } catch (IllegalArgumentException e) {
            throw new IOException(from + " has no keys: " + e.getMessage(), e);
        }
    }

    private String ofTheStack() {
        StackFile stack = StackFile.read(home.home().stackFile());
        if (stack == null) {
            throw new StackFailure(
                    "No stack runs in " + home.home().folder() + ": say with --keys whose receipt it is.");
        }
        return stack.url("privileges") + KEYS;
    }

    private static int tell(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> {
                tell(accepted.receipt());
                yield 0;
            }
            case Verdict.Refused refused -> {
                System.out.println("Not valid. " + refused.text() + ".");
                yield REFUSED;
            }
        };
    }

    private static void tell(Receipt receipt) {
        System.out.println("Valid. " + receipt.issuer() + " says of " + receipt.member() + ", to " + receipt.audience()
                + " alone, as of " + receipt.issued() + ":");
        receipt.disclosed().forEach((name, value) -> System.out.printf("  %-24s %s%n", name, value));
        if (receipt.disclosed().isEmpty()) {
            System.out.println("  nothing: all that it could say was left out");
        }
        System.out.println("It holds until " + receipt.expires() + ", unless it is revoked.");
    }
}
