package dev.standing.local.stack;

import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import dev.standing.local.process.Ports;

/** One process of the stack: how to start it and how to tell that it serves. */
interface Part {

    /** Also the name of its pid file and its log. */
    String name();

    /** Where it listens. */
    int port();

    ChildProcess start(Guard guard);

    /**
     * Returns once the process serves, or has ended.
     *
     * @throws RuntimeException where it runs and yet will never serve
     */
    void awaitReady(ChildProcess process);

    /** Whether it serves at this moment, by no more than that somebody listens; asked now and then, of a process that has served. */
    default boolean serves() {
        return !Ports.isFree(port());
    }
}
