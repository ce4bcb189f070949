package dev.standing.scoring.scorecard.document;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.score.Scale;
import dev.standing.scoring.scorecard.Attribute;
import dev.standing.scoring.scorecard.Bands;
import dev.standing.scoring.scorecard.Dimension;
import dev.standing.scoring.scorecard.Measure;
import dev.standing.scoring.scorecard.NamedMeasure;
import dev.standing.scoring.scorecard.PartnerReliability;
import dev.standing.scoring.scorecard.Reason;
import dev.standing.scoring.scorecard.Scorecard;
import dev.standing.scoring.scorecard.document.ScorecardDocument.AttributeDocument;
import dev.standing.scoring.scorecard.document.ScorecardDocument.BandsDocument;
import dev.standing.scoring.scorecard.document.ScorecardDocument.InputDocument;
import dev.standing.scoring.scorecard.document.ScorecardDocument.PartnerReliabilityDocument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a document into a scorecard that holds what every scorecard must hold, or says where it does not. */
final class ScorecardCheck {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{0,23}");
    private static final int MOST_VERSIONS = 1_000_000;

    private final ScorecardDocument document;
    private final BehaviourCatalogue catalogue;
    private final Refusal refuse;
    private final List<NamedMeasure> measures = new ArrayList<>();
    private final Map<String, String> pathByName = new HashMap<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final Set<String> reasonCodes = new HashSet<>();

    ScorecardCheck(ScorecardDocument document, BehaviourCatalogue catalogue, Refusal refuse) {
        this.document = document;
        this.catalogue = catalogue;
        this.refuse = refuse;
    }

    Scorecard check() {
        header();
        Bands bands = bands(document.bands());
        List<InputDocument> inputs = document.inputs() == null ? List.of() : document.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            InputDocument input = inputs.get(i);
            measure("inputs[" + i + "]", input.name(), input.measure());
        }
        for (int i = 0; i < document.attributes().size(); i++) {
            attribute("attributes[" + i + "]", document.attributes().get(i));
        }
        List<NamedMeasure> ordered = new MeasureOrder(measures, pathByName, refuse).inOrder();
        new AmountsCheck(ordered, pathByName, refuse).check();
        return new Scorecard(
                document.name(),
                document.version(),
                document.startPoints(),
                bands,
                dimensions(),
                ordered,
                attributes,
                partnerReliability(document.partnerReliability()));
    }

    private @Nullable PartnerReliability partnerReliability(@Nullable PartnerReliabilityDocument written) {
        if (written == null) {
            return null;
        }
        String path = "partnerReliability";
        basisPoints(path + ".figureFrom", written.figureFrom());
        basisPoints(path + ".discount", written.discount());
        text(path + ".rationale", written.rationale());
        return new PartnerReliability(
                written.figureFrom(),
                written.discount(),
                reason(path + ".reason", written.reason()),
                written.rationale());
    }

    private void basisPoints(String path, int value) {
        if (value < 1 || value > Measure.BASIS_POINTS) {
            throw refuse.at(
                    path,
                    "is " + value + ", allowed: 1 to " + Measure.BASIS_POINTS
                            + " basis points. Maybe a share is meant: 500 are 5 %");
        }
    }

    private void header() {
        name("name", document.name());
        text("rationale", document.rationale());
        if (document.version() < 1 || document.version() > MOST_VERSIONS) {
            throw refuse.at("version", "is " + document.version() + ", allowed: 1 to " + MOST_VERSIONS);
        }
        if (document.startPoints() != Scale.LEAST) {
            throw refuse.at("startPoints", "is " + document.startPoints() + ", allowed: " + Scale.LEAST);
        }
    }

    private Bands bands(BandsDocument bands) {
        rising("bands.fair", bands.fair(), Scale.LEAST);
        rising("bands.good", bands.good(), bands.fair());
        rising("bands.excellent", bands.excellent(), bands.good());
        rising("bands.outstanding", bands.outstanding(), bands.excellent());
        return new Bands(bands.fair(), bands.good(), bands.excellent(), bands.outstanding());
    }

    private void rising(String path, int value, int before) {
        if (value <= before || value > Scale.GREATEST) {
            throw refuse.at(path, "is " + value + ", allowed: over " + before + ", at most " + Scale.GREATEST);
        }
    }

    private Measure measure(String path, String name, ScorecardDocument.MeasureDocument written) {
        name(path + ".name", name);
        if (pathByName.put(name, path + ".measure") != null) {
            throw refuse.at(path + ".name", "is '" + name + "' a second time, allowed: a name of its own");
        }
        Measure measure = new MeasureCheck(catalogue, refuse).check(path + ".measure", written);
        measures.add(new NamedMeasure(name, measure));
        return measure;
    }

    private void attribute(String path, AttributeDocument written) {
        Dimension dimension = dimension(path + ".dimension", written.dimension());
        Measure measure = measure(path, written.name(), written.measure());
        text(path + ".rationale", written.rationale());
        Reason reason = reason(path + ".reason", written.reason());
        Reason noDataReason =
                written.noDataReason() == null ? null : reason(path + ".noDataReason", written.noDataReason());
        Attribute attribute = new Attribute(
                written.name(),
                dimension,
                measure,
                new BinsCheck(path + ".bins", measure, refuse).check(written.bins()),
                reason,
                noDataReason,
                written.rationale());
        requireTruth(path, attribute);
        attributes.add(attribute);
    }

    private Reason reason(String path, ScorecardDocument.ReasonDocument written) {
        text(path + ".text", written.text());
        if (!CODE.matcher(written.code()).matches()) {
            throw refuse.at(path + ".code", "is '" + written.code() + "', allowed: " + CODE);
        }
        if (!reasonCodes.add(written.code())) {
            throw refuse.at(path + ".code", "is '" + written.code() + "' a second time, allowed: a code of its own");
        }
        return new Reason(written.code(), written.text());
    }

    /** A part of nothing is neither good nor bad: who has no data must not be told that theirs is bad. */
    private void requireTruth(String path, Attribute attribute) {
        boolean part =
                switch (attribute.measure()) {
                    case Measure.Ratio r -> true;
                    case Measure.RatioByCurrency r -> true;
                    case Measure.Share s -> true;
                    default -> false;
                };
        boolean loses = attribute.binOf(Measure.NONE).points() < attribute.mostPoints();
        if (part && loses && attribute.noDataReason() == null) {
            throw refuse.at(
                    path,
                    "loses points without data and has no noDataReason, allowed: one that is true of a member without data");
        }
    }

    private Dimension dimension(String path, String name) {
        for (Dimension dimension : Dimension.values()) {
            if (dimension.code().equals(name)) {
                return dimension;
            }
        }
        throw refuse.at(path, "is '" + name + "', allowed: history, capacity, behaviour, identity or connections");
    }

    private Map<Dimension, Integer> dimensions() {
        ScorecardDocument.DimensionsDocument written = document.dimensions();
        Map<Dimension, Integer> most = new EnumMap<>(Dimension.class);
        int total = 0;
        for (Dimension dimension : Dimension.values()) {
            ScorecardDocument.DimensionDocument declared =
                    switch (dimension) {
                        case HISTORY -> written.history();
                        case CAPACITY -> written.capacity();
                        case BEHAVIOUR -> written.behaviour();
                        case IDENTITY -> written.identity();
                        case CONNECTIONS -> written.connections();
                    };
            String path = "dimensions." + dimension.code();
            text(path + ".rationale", declared.rationale());
            int earned = attributes.stream()
                    .filter(attribute -> attribute.dimension() == dimension)
                    .mapToInt(Attribute::mostPoints)
                    .sum();
            if (declared.mostPoints() != earned) {
                throw refuse.at(
                        path + ".mostPoints",
                        "is " + declared.mostPoints() + ", but its attributes can earn " + earned + ", allowed: "
                                + earned);
            }
            most.put(dimension, earned);
            total += earned;
        }
        if (total != Scorecard.MOST_POINTS) {
            throw refuse.at("dimensions", "give " + total + " points in all, allowed: " + Scorecard.MOST_POINTS);
        }
        return most;
    }

    private void name(String path, String name) {
        if (!NAME.matcher(name).matches()) {
            throw refuse.at(path, "is '" + name + "', allowed: " + NAME);
        }
    }

    private void text(String path, String text) {
        if (text.isBlank()) {
            throw refuse.at(path, "is empty, allowed: a sentence");
        }
    }
}
