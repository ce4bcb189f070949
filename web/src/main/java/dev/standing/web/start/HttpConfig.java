package dev.standing.web.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** What a door bears. Defaults stand in {@code META-INF/microprofile-config.properties}, and a service's own before them. */
@ConfigMapping(prefix = "standing.http")
public interface HttpConfig {
    /** The longest body that is read whole: 1048576 in ingest, 65536 in scoring, 16384 in privileges. Streams take any length. */
    @WithConverter(AtLeastOne.class)
    int maxBodyBytes();

    /** How long such a body may take to arrive. */
    @WithConverter(SomeTime.class)
    Duration bodyDeadline();

    /** When a connection on which nothing moves is ended, once its first request was read. */
    @WithConverter(SomeTime.class)
    Duration idleTimeout();

    /** How many calls of one caller may be on their way at a time; beyond that 429. */
    @WithConverter(AtLeastOne.class)
    int callsPerCaller();
}
