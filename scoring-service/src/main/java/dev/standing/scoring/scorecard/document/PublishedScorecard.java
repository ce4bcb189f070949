package dev.standing.scoring.scorecard.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.scoring.scorecard.Scorecard;

/**
 * A scorecard in force.
 *
 * @param document all that its author wrote, for whoever wants to check a score
 */
public record PublishedScorecard(Scorecard scorecard, JsonNode document) {}
