package dev.standing.local.stack;

import dev.standing.local.home.Home;
import dev.standing.local.home.StackFailure;
import dev.standing.local.kafka.ClassCache;
import java.io.IOException;

/** What is learnt once, so that each later start is quicker. */
public final class Rehearsal {

    private Rehearsal() {}

    public static void ofKafka() {
        try {
            ClassCache.make();
        } catch (IOException e) {
            throw new StackFailure(
                    "Kafka's cache of loaded classes was not made (" + Home.reason(e)
                            + "); starts are slower, no more.",
                    e);
        }
    }
}
