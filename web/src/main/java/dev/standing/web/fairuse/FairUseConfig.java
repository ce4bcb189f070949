package dev.standing.web.fairuse;

import dev.standing.web.start.AtLeastOne;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How many calls a second a partner may make to one process, in the long run; twice as many may come at once after a rest. Beyond that 429. */
@ConfigMapping(prefix = "standing.fair-use")
public interface FairUseConfig {
    /** Calls of a partner that change nothing, a second and process; twice as many after a rest. */
    @WithDefault("2000")
    @WithConverter(AtLeastOne.class)
    int reads();

    /** All other calls of a partner, as of one record or check, a second and process; twice as many after a rest. */
    @WithDefault("2000")
    @WithConverter(AtLeastOne.class)
    int writes();

    /** Calls of a partner that bring many things, batches and streams, a second and process; twice as many after a rest. */
    @WithDefault("100")
    @WithConverter(AtLeastOne.class)
    int bulks();

    /** Limits of single partners in place of these: {@code acme:writes:500,acme:reads:50}. */
    Optional<List<@WithConverter(OwnLimits.class) OwnLimit>> partners();
}
