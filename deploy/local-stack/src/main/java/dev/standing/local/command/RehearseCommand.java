package dev.standing.local.command;

import dev.standing.local.home.Home;
import dev.standing.local.home.StackFailure;
import dev.standing.local.kafka.ClassCache;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** For the script, after a build: what is learnt here makes each later start quicker. */
@Command(name = "rehearse", hidden = true, description = "Prepares quicker starts; the script calls it after a build.")
public final class RehearseCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try {
            ClassCache.make();
        } catch (IOException e) {
            throw new StackFailure(
                    "Kafka's cache of loaded classes was not made (" + Home.reason(e)
                            + "); starts are slower, no more.",
                    e);
        }
        return 0;
    }
}
