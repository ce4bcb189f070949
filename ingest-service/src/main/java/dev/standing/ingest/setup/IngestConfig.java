package dev.standing.ingest.setup;

import dev.standing.web.start.AtLeastOne;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** How records are taken in and contested, and how often minds are changed. */
@ConfigMapping(prefix = "standing.ingest")
public interface IngestConfig {
    GroupCommit groupCommit();

    Streams streams();

    /**
     * Most times a day, in UTC, that a member may grant the same: ask for a tie with the same other, at whatever weight, confirm it, and
     * give the same consent, each counted by itself, as is what operators give for them. Ending and withdrawing are never bounded.
     */
    @WithDefault("10")
    @WithConverter(AtLeastOne.class)
    int grantsPerDay();

    /** Most disputes of a member that may be open at a time. */
    @WithDefault("10")
    @WithConverter(AtLeastOne.class)
    int openDisputes();

    /** How many streams may be open: each holds memory, some megabytes at most. */
    interface Streams {
        /** Most that a partner may have open at a time, and that imports may together. */
        @WithDefault("8")
        @WithConverter(AtLeastOne.class)
        int perSender();

        /** Most that may be open at a time. */
        @WithDefault("32")
        @WithConverter(AtLeastOne.class)
        int inAll();
    }

    /** How records share commits. */
    interface GroupCommit {
        /** Most records that share a commit; 1 commits each by itself. */
        @WithDefault("1000")
        @WithConverter(AtLeastOne.class)
        int maxSize();

        /** Most records that may wait for a commit; over that, callers are told to come again. */
        @WithDefault("10000")
        @WithConverter(AtLeastOne.class)
        int capacity();
    }
}
