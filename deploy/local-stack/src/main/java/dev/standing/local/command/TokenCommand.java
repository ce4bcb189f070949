package dev.standing.local.command;

import dev.standing.local.home.StackFailure;
import dev.standing.local.token.Identity;
import dev.standing.local.token.LocalIssuer;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints one signed token and nothing else, so that a shell can take it as it is. */
@Command(
        name = "token",
        description = "Prints a token: partner ID, member ID, analyst or operator.",
        mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {

    /** Services take no token that is issued for longer. */
    private static final int LONGEST_HOURS = 24;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "ROLE", description = "partner, member, analyst or operator.")
    private String role = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Of the partner or member.")
    private @Nullable String id;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "12",
            description = "How long it is good for (default: 12).")
    private int hours;

    @Override
    public Integer call() {
        if (hours < 1 || hours > LONGEST_HOURS) {
            throw new StackFailure("--hours: " + hours + " is not from 1 to " + LONGEST_HOURS + ".");
        }
        home.home().create();
        System.out.println(LocalIssuer.in(home.home().secrets()).sign(identity(), Duration.ofHours(hours)));
        return 0;
    }

    private Identity identity() {
        return switch (role) {
            case "partner" -> Identity.partner(requireId());
            case "member" -> Identity.member(requireId());
            case "analyst" -> withoutId(Identity.analyst());
            case "operator" -> withoutId(Identity.operator());
            default -> throw new StackFailure("role: " + role + " is none of partner, member, analyst, operator.");
        };
    }

    private String requireId() {
        if (id == null || id.isBlank()) {
            throw new StackFailure("./standing token " + role + " needs an id, such as: ./standing token " + role
                    + (role.equals("member") ? " m-1" : " acme"));
        }
        return id;
    }

    private Identity withoutId(Identity identity) {
        if (id != null) {
            throw new StackFailure("./standing token " + role + " takes no id, and was given one.");
        }
        return identity;
    }
}
