package dev.standing.local.command;

import dev.standing.local.stack.Rehearsal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** For the script, after a build: what is learnt here makes each later start quicker. */
@Command(name = "rehearse", hidden = true, description = "Prepares quicker starts; the script calls it after a build.")
public final class RehearseCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Rehearsal.ofKafka();
        return 0;
    }
}
