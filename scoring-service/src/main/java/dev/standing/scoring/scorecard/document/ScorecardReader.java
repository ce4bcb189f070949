package dev.standing.scoring.scorecard.document;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.policy.PolicyDocument;
import dev.standing.scoring.scorecard.Scorecard;

/** Reads scorecards from YAML. Whatever is wrong is thrown with document, line and path. */
public final class ScorecardReader {
    private final BehaviourCatalogue catalogue;

    public ScorecardReader(BehaviourCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads and checks one document.
     *
     * @param name how errors call it
     * @throws dev.standing.contracts.policy.InvalidPolicy where nobody may be scored by it
     */
    public PublishedScorecard read(String name, String yaml) {
        PolicyDocument<ScorecardDocument> document = PolicyDocument.read(name, yaml, ScorecardDocument.class);
        Scorecard scorecard = new ScorecardCheck(document.content(), catalogue, document::invalid).check();
        return new PublishedScorecard(scorecard, document.tree());
    }
}
