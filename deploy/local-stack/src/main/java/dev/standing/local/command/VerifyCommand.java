package dev.standing.local.command;

import dev.standing.local.home.Home;
import dev.standing.local.home.StackFailure;
import dev.standing.receipts.PublicKeys;
import dev.standing.receipts.Receipt;
import dev.standing.receipts.ReceiptVerifier;
import dev.standing.receipts.Verdict;
import dev.standing.stack.StackFile;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Tells whether a receipt is to be believed, and what it says. Its exit codes are for scripts: whatever goes wrong beside the receipt, what nobody
 * foresaw too, is none that says something of it.
 */
@Command(
        name = "verify",
        description = "Verifies a member's receipt, and says what it discloses.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:It is valid, and this is what it says",
            "1:It is not valid",
            "2:The command is misspelt",
            "3:It could not be checked: the receipt, the keys or the status list cannot be had within ten seconds, is longer"
                    + " than two million bytes, or is none to rely on"
        },
        exitCodeOnExecutionException = VerifyCommand.UNDECIDED)
public final class VerifyCommand implements Callable<Integer> {
    static final int UNDECIDED = 3;

    private static final int REFUSED = 1;
    private static final String KEYS = "/.well-known/jwks.json";
    /** As many as the longest status list has that is taken, and more than keys or receipts. */
    private static final int MOST_BYTES = 1 << 21;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What a terminal shows as something else: control, invisible and turning characters, and other ends of lines. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final Source source = new Source(MOST_BYTES, PATIENCE);

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
            String text = receipt.equals("-") ? source.read(System.in) : source.read(receipt);
            Verdict verdict = new ReceiptVerifier(keys(), InstantSource.system())
                    .verify(
                            text.strip(),
                            audience,
                            uri -> status == null ? source.fetched(uri.toString()) : source.read(status));
            return tell(verdict);
        } catch (IOException | StackFailure e) {
            String why = e instanceof IOException failure ? Home.reason(failure) : String.valueOf(e.getMessage());
            System.err.println("Nothing can be said: " + plain(why.replaceFirst("\\.$", "")) + ".");
            return UNDECIDED;
        }
    }

    private PublicKeys keys() throws IOException {
        String from = keys == null ? ofTheStack() : keys;
        try {
            return PublicKeys.read(source.read(from));
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
                System.out.println("Not valid. " + plain(refused.text()) + ".");
                yield REFUSED;
            }
        };
    }

    private static void tell(Receipt receipt) {
        System.out.println(plain("Valid. " + receipt.issuer() + " says of " + receipt.member() + ", to "
                + receipt.audience() + " alone, as of " + receipt.issued() + ":"));
        receipt.disclosed().forEach((name, value) -> System.out.println(plain("  %-24s %s".formatted(name, value))));
        if (receipt.disclosed().isEmpty()) {
            System.out.println("  nothing: all that it could say was left out");
        }
        System.out.println("It holds until " + receipt.expires() + ", unless it is revoked.");
    }

    /** On one line: whoever signs may be a stranger, and is not to write lines that look like ours. */
    private static String plain(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
