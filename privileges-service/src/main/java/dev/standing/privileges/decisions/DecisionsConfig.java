package dev.standing.privileges.decisions;

import dev.standing.web.start.AtLeastOne;
import dev.standing.web.start.Months;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** How decisions are kept. */
@ConfigMapping(prefix = "standing.privileges.decisions")
interface DecisionsConfig {
    /**
     * The most checks that wait to be kept, and as many of credit; about a kilobyte each. Beyond that credit is refused, and other
     * checks are answered and not kept.
     */
    @WithDefault("50000")
    @WithConverter(AtLeastOne.class)
    int queue();

    /** For how many months decisions are kept: 1 to 120. Lenders in the United States have to keep theirs for 25. */
    @WithDefault("25")
    @WithConverter(Months.class)
    int keptMonths();
}
