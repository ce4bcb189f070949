package dev.standing.scoring.scorecard.document;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scorecards for tests. */
public final class Scorecards {
    private static final String COMMUNITY = "/policies/scorecard-community-1.yaml";

    private static final Pattern PART = Pattern.compile("^ {4}partnerReliability:\\n( {6}.*\\n)+", Pattern.MULTILINE);

    private Scorecards() {}

    /** The one that ships. */
    public static PublishedScorecard community() {
        return new ScorecardReader(BehaviourCatalogue.load()).read(COMMUNITY, communityYaml());
    }

    /** The same with a part of its own: from a twentieth of wrong records on half of what they lift a base by is taken. */
    public static PublishedScorecard discounting() {
        return new ScorecardReader(BehaviourCatalogue.load()).read("discounting", discountingYaml());
    }

    /** The part is that of the service's documentation. */
    public static String discountingYaml() {
        try {
            Matcher part = PART.matcher(Files.readString(Path.of("README.md")));
            if (!part.find()) {
                throw new IllegalStateException("README.md has no " + PART);
            }
            return communityYaml().replaceFirst("(?m)^name: community$", "name: discounting")
                    + part.group().replaceAll("(?m)^ {4}", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String communityYaml() {
        try (InputStream stream = Objects.requireNonNull(Scorecards.class.getResourceAsStream(COMMUNITY), COMMUNITY)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
