package dev.standing.ingest.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How records are taken in. */
@ConfigMapping(prefix = "standing.ingest")
public interface IngestConfig {
    /** Largest body of a route that does not read line by line. */
    @WithDefault("1048576")
    long maxBodyBytes();

    GroupCommit groupCommit();

    /** How records share commits. */
    interface GroupCommit {
        /** Most records that share a commit; 1 commits each by itself. */
        @WithDefault("1000")
        int maxSize();

        /** Most records that may wait for a commit; over that, callers are told to come again. */
        @WithDefault("10000")
        int capacity();
    }
}
