package dev.standing.local.stack;

/** Hears what happens to the processes, on the thread of whichever it happens to. */
interface StackListener {

    void changed(String name, Supervised.Snapshot snapshot);

    /** One line for the person at the terminal. */
    void said(String line);
}
