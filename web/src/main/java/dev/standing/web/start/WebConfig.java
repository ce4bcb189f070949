package dev.standing.web.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** What a door does about what is behind it. */
@ConfigMapping(prefix = "standing.web")
public interface WebConfig {
    /** How long a caller waits for a database that does not answer: then 503. */
    @WithConverter(SomeTime.class)
    Duration patience();
}
