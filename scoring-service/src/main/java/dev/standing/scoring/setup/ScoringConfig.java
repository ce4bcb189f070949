package dev.standing.scoring.setup;

import dev.standing.web.start.AtLeastOne;
import dev.standing.web.start.Months;
import dev.standing.web.start.SomeTime;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What an operator can set. */
@ConfigMapping(prefix = "standing.scoring")
public interface ScoringConfig {
    /** Most messages that share one transaction; 1 gives each its own. */
    @WithDefault("20000")
    @WithConverter(AtLeastOne.class)
    int maxBatch();

    /** Scorecards to publish: files, or resources of the class path where no such file is. */
    @WithDefault("policies/scorecard-community-1.yaml")
    List<String> scorecards();

    /** Name and version of the scorecard that members are scored by. */
    @WithDefault("community/1")
    String scorecard();

    /** The influence policy: a file, or a resource of the class path where no such file is. */
    @WithDefault("policies/influence-community-1.yaml")
    String influence();

    /**
     * The secret that places each member's steps, as friends hear bases in them: 32 characters or more, drawn at random, the same for ever,
     * and known to this service alone.
     */
    String stepsKey();

    /** How exact scores over ties are, in points. */
    @WithDefault("0.01")
    double influenceErrorInPoints();

    /**
     * The longest that a partner sees a member after a withdrawal, whatever is down: where consents were not heard for as long,
     * partners see nobody. More than a few seconds, which is how often it is told what is heard.
     */
    @WithDefault("PT10S")
    @WithConverter(SomeTime.class)
    Duration withdrawalBound();

    /** For how many months it is kept which partner was told whose score: 1 to 120. */
    @WithDefault("25")
    @WithConverter(Months.class)
    int readsKeptMonths();

    /** Days of activity kept in memory over all members; about 60 bytes each. */
    @WithDefault("2000000")
    @WithConverter(AtLeastOne.class)
    int cachedDays();

    /** How long database or broker may take over one step. */
    @WithDefault("PT30S")
    @WithConverter(SomeTime.class)
    Duration patience();

    /** Pause after a failure, and between attempts of a standby to lead. */
    @WithDefault("PT1S")
    @WithConverter(SomeTime.class)
    Duration pause();

    /** How long the writer may be without a sign of life before the instance counts as dead. */
    @WithDefault("PT2M")
    @WithConverter(SomeTime.class)
    Duration stall();

    /** The largest community of which everybody's gain by shunning is measured; in a larger one a sample's is. */
    @WithDefault("10000")
    @WithConverter(AtLeastOne.class)
    int shunningMembers();

    /** How many members that sample has. */
    @WithDefault("1000")
    @WithConverter(AtLeastOne.class)
    int shunningSample();

    /** How long lies between a sample and the next. */
    @WithDefault("PT5M")
    @WithConverter(SomeTime.class)
    Duration shunningEvery();
}
