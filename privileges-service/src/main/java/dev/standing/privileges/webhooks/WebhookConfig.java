package dev.standing.privileges.webhooks;

import dev.standing.web.start.AtLeastOne;
import dev.standing.web.start.SomeTime;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How partners are told. */
@ConfigMapping(prefix = "standing.privileges.webhooks")
public interface WebhookConfig {
    /** Whether events may go to this very machine, over http: for the local stack and tests. */
    @WithDefault("false")
    boolean allowLoopback();

    /** How long one attempt may take, from the name to the end of the answer; under half of the lease. */
    @WithDefault("PT15S")
    @WithConverter(SomeTime.class)
    Duration deadline();

    /** How long an event belongs to the process that took it; after that another may take it. */
    @WithDefault("PT1M")
    @WithConverter(SomeTime.class)
    Duration lease();

    /** How long to wait after the first failure; twice as long after each further one, up to six hours. */
    @WithDefault("PT5S")
    @WithConverter(SomeTime.class)
    Duration firstRetry();

    /** How long an event may fail until its endpoint is disabled. */
    @WithDefault("P3D")
    @WithConverter(SomeTime.class)
    Duration giveUpAfter();

    /** How many deliveries a process has on their way at a time. */
    @WithDefault("256")
    @WithConverter(AtLeastOne.class)
    int inFlight();

    /** How often events to deliver, or to hand on, are looked for. */
    @WithDefault("PT0.2S")
    @WithConverter(SomeTime.class)
    Duration poll();

    /** How long events and deliveries are kept. */
    @WithDefault("P30D")
    @WithConverter(SomeTime.class)
    Duration keep();
}
