package dev.standing.scoring.scorecard.document;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Scorecards for tests. */
public final class Scorecards {
    private Scorecards() {}

    /** The one that ships. */
    public static PublishedScorecard community() {
        String file = "/policies/scorecard-community-1.yaml";
        try (InputStream stream = Objects.requireNonNull(Scorecards.class.getResourceAsStream(file), file)) {
            String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new ScorecardReader(BehaviourCatalogue.load()).read(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
