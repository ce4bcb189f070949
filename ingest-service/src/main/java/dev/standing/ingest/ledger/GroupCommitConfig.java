package dev.standing.ingest.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the ledger takes records in. */
@ConfigMapping(prefix = "standing.ingest.group-commit")
public interface GroupCommitConfig {
    /** Most records that share a commit; 1 commits each by itself. */
    @WithDefault("1000")
    int maxSize();

    /** Most records that may wait for a commit; over that, callers are told to come again. */
    @WithDefault("10000")
    int capacity();
}
