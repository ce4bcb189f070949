package dev.standing.ingest.relay;

import dev.standing.web.start.AtLeastOne;
import dev.standing.web.start.SomeTime;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the journals are published. */
@ConfigMapping(prefix = "standing.ingest.relay")
public interface RelayConfig {
    /** Whether this process publishes at all. */
    @WithDefault("true")
    boolean enabled();

    /** Most entries that are sent before the position moves. */
    @WithDefault("4000")
    @WithConverter(AtLeastOne.class)
    int batchSize();

    /** How often a journal is looked at where nothing nudges: what another process appended is found so. */
    @WithDefault("PT0.5S")
    @WithConverter(SomeTime.class)
    Duration poll();

    /** Longest wait between attempts while the broker or the database is away. */
    @WithDefault("PT5S")
    @WithConverter(SomeTime.class)
    Duration maxBackoff();

    /** How long the database may take for one statement; how long the broker may take is set with the channel. */
    @WithDefault("PT30S")
    @WithConverter(SomeTime.class)
    Duration patience();
}
