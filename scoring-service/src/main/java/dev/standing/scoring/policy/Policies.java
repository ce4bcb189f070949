package dev.standing.scoring.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.policy.Fingerprint;
import dev.standing.contracts.policy.PolicyDocument;
import dev.standing.contracts.policy.PolicyText;
import dev.standing.database.Edition;
import dev.standing.database.Editions;
import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.policy.InfluenceDocument;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.scoring.scorecard.Scorecard;
import dev.standing.scoring.scorecard.document.PublishedScorecard;
import dev.standing.scoring.scorecard.document.ScorecardReader;
import dev.standing.scoring.setup.ScoringConfig;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All policies of this instance. */
@Singleton
@Startup(Policies.FIRST)
@RegisterResources(globs = "policies/*.yaml")
@RegisterForReflection(targets = InfluenceDocument.class) // the kernel knows no platform
public final class Policies {
    /** Before anything that needs one is made: a start that is refused is refused here, in one line. */
    static final int FIRST = 0;

    private static final int SHORTEST_KEY = 32;

    private final BehaviourCatalogue catalogue = BehaviourCatalogue.load();
    private final Map<String, PublishedScorecard> scorecards = new LinkedHashMap<>();
    private final Scorecard scorecard;
    private final InfluencePolicy influence;
    private final List<Edition> editions = new ArrayList<>();

    Policies(ScoringConfig config) {
        requireKey(config.stepsKey());
        ScorecardReader reader = new ScorecardReader(catalogue);
        for (String location : config.scorecards()) {
            PublishedScorecard read = reader.read(location, PolicyText.read("standing.scoring.scorecards", location));
            edition("scorecard " + read.scorecard().id(), location, read.document());
            if (scorecards.put(read.scorecard().id(), read) != null) {
                throw new IllegalArgumentException("The setting standing.scoring.scorecards names " + location
                        + ", a second " + read.scorecard().id() + "; allowed: each name and version once");
            }
        }
        PublishedScorecard inForce = scorecards.get(config.scorecard());
        if (inForce == null) {
            throw new IllegalArgumentException("The setting standing.scoring.scorecard is '" + config.scorecard()
                    + "'; allowed: " + scorecards.keySet());
        }
        scorecard = inForce.scorecard();
        PolicyDocument<InfluenceDocument> written = PolicyDocument.read(
                config.influence(),
                PolicyText.read("standing.scoring.influence", config.influence()),
                InfluenceDocument.class);
        influence = written.meaning(InfluenceDocument::policy);
        edition(
                "influence policy " + written.content().name() + "/"
                        + written.content().version(),
                written.name(),
                written.tree());
        edition("behaviour catalogue " + catalogue.id(), catalogue.location(), catalogue.document());
        if (influence.friendsHearInSteps() == 0) {
            throw new IllegalArgumentException(
                    config.influence() + ": friendsHearInSteps is 0, allowed: 1 to 600, or friends could be read");
        }
        requireError(config.influenceErrorInPoints());
    }

    /** By the kernel itself, long before the first who leads would find it out. */
    private void requireError(double errorInPoints) {
        try {
            var _ = InfluenceEngine.create(influence, errorInPoints, 0);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The setting standing.scoring.influence-error-in-points does not do: " + e.getMessage(), e);
        }
    }

    private void edition(String name, String location, JsonNode document) {
        editions.add(new Edition(name, location, Fingerprint.of(document)));
    }

    private static void requireKey(String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("The setting standing.scoring.steps-key has " + key.length()
                    + " characters; allowed: " + SHORTEST_KEY + " or more, drawn at random and kept for ever");
        }
    }

    /** What readings, activity and scores that are stored stand on. */
    @Produces
    @Singleton
    Editions editions() {
        return new Editions(editions);
    }

    public BehaviourCatalogue catalogue() {
        return catalogue;
    }

    /** The scorecard that members are scored by. */
    public Scorecard scorecard() {
        return scorecard;
    }

    public InfluencePolicy influence() {
        return influence;
    }

    public Collection<PublishedScorecard> scorecards() {
        return Collections.unmodifiableCollection(scorecards.values());
    }

    /** A published scorecard, or null where there is none of that name and version. */
    public @Nullable PublishedScorecard scorecard(String id) {
        return scorecards.get(id);
    }
}
