package dev.standing.privileges.radius;

import dev.standing.web.start.SomeTime;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How access networks are answered and told. */
@ConfigMapping(prefix = "standing.privileges.radius")
public interface RadiusConfig {
    /**
     * Which benefits go into which attributes, and the access servers that hear of changes, with the files of their shared secrets: a
     * file, or a resource of the class path where no such file is, or after {@code classpath:}.
     */
    @WithDefault("classpath:policies/network.yaml")
    String network();

    /** How often running sessions are compared with what their members hold. */
    @WithDefault("PT1S")
    @WithConverter(SomeTime.class)
    Duration compareEvery();

    /** How long an access server may take to answer a change of authorization; it is asked three times. */
    @WithDefault("PT1S")
    @WithConverter(SomeTime.class)
    Duration answerWithin();
}
