package dev.standing.settle;

import picocli.CommandLine;

/** The main class behind {@code ./standing settle}. */
public final class Settle {
    private Settle() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SettleCommand()).setParameterExceptionHandler((failure, words) -> {
            failure.getCommandLine().getErr().println(failure.getMessage() + " (./standing help)");
            return CommandLine.ExitCode.USAGE;
        });
    }
}
