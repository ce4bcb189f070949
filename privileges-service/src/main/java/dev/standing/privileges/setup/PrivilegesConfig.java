package dev.standing.privileges.setup;

import dev.standing.web.start.AtLeastOne;
import dev.standing.web.start.SomeTime;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the service is set up. */
@ConfigMapping(prefix = "standing.privileges")
public interface PrivilegesConfig {
    /** The perk policy: a file, or a resource of the class path where no such file is, or after {@code classpath:}. */
    @WithDefault("classpath:policies/community.yaml")
    String policy();

    /**
     * Who is named in notices to those who are not lent to: a file, or a resource of the class path where no such file is, or after
     * {@code classpath:}.
     */
    @WithDefault("classpath:policies/notices.yaml")
    String notices();

    /** How often ends that have come are looked for. */
    @WithDefault("PT10S")
    @WithConverter(SomeTime.class)
    Duration sweepEvery();

    /**
     * The longest that a partner sees a member after a withdrawal, whatever is down: where consents were not heard for as long,
     * partners are answered as of nobody; and where disputes were not, no privilege ends. More than a few seconds, which is how often it is told what is heard.
     */
    @WithDefault("PT10S")
    @WithConverter(SomeTime.class)
    Duration withdrawalBound();

    /** The most messages that one transaction takes. */
    @WithDefault("2000")
    @WithConverter(AtLeastOne.class)
    int batchMessages();

    /** How long to wait for database or broker before a batch counts as failed. */
    @WithDefault("PT30S")
    @WithConverter(SomeTime.class)
    Duration patience();

    /** How long to wait after a failure before memory is brought to what is stored and all is tried again. */
    @WithDefault("PT1S")
    @WithConverter(SomeTime.class)
    Duration retryAfter();
}
