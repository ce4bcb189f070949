package dev.standing.local.command;

import dev.standing.local.home.StackFailure;
import dev.standing.receipts.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints keys to sign receipts with and nothing else, for an operator to keep as a secret. */
@Command(
        name = "receipt-keys",
        description = "Prints a JWK set to sign receipts with: a new key, before those of a file.",
        mixinStandardHelpOptions = true)
public final class ReceiptKeysCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The set until now, which a new key is to sign for.")
    private @Nullable Path former;

    @Override
    public Integer call() {
        System.out.println(SigningKeys.withNew(former == null ? null : read(former)));
        return 0;
    }

    private static SigningKeys read(Path file) {
        try {
            return SigningKeys.read(Files.readString(file));
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new StackFailure(file + " has no such keys: " + e.getMessage() + ".", e);
        }
    }
}
