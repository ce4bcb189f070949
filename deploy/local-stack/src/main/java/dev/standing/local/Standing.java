package dev.standing.local;

import dev.standing.local.command.ReceiptKeysCommand;
import dev.standing.local.command.RehearseCommand;
import dev.standing.local.command.RunCommand;
import dev.standing.local.command.StatusCommand;
import dev.standing.local.command.StopCommand;
import dev.standing.local.command.TokenCommand;
import dev.standing.local.command.VerifyCommand;
import dev.standing.local.home.StackFailure;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main class behind {@code ./standing}. A new command is a class in {@code subcommands} and a line in the script's help. */
@Command(
        name = "./standing",
        description = "Runs the whole suite on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            TokenCommand.class,
            StatusCommand.class,
            StopCommand.class,
            VerifyCommand.class,
            ReceiptKeysCommand.class,
            RehearseCommand.class
        })
public final class Standing {

    private Standing() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        return new CommandLine(new Standing())
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command))
                .setParameterExceptionHandler((failure, words) -> {
                    failure.getCommandLine().getErr().println(failure.getMessage() + " (./standing help)");
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }

    /** What we foresaw is one line; what we did not is a fault of ours and is shown whole. */
    private static int explain(Exception failure, CommandLine command) {
        PrintWriter terminal = command.getErr();
        if (failure instanceof StackFailure || failure instanceof UncheckedIOException) {
            terminal.println(failure.getMessage());
        } else {
            failure.printStackTrace(terminal);
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
