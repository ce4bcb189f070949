package dev.standing.scoring.scorecard.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as it is written in YAML and served in JSON, whole: whoever has it can compute any base score again.
 *
 * @param startPoints what everybody starts with; with the most of all dimensions it makes 950
 * @param inputs measures that earn nothing themselves and that ratios refer to
 * @param partnerReliability what becomes of the evidence of partners many of whose records are wrong; absent where it counts whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record ScorecardDocument(
        String name,
        int version,
        String rationale,
        int startPoints,
        BandsDocument bands,
        DimensionsDocument dimensions,
        @Nullable List<InputDocument> inputs,
        List<AttributeDocument> attributes,
        @Nullable PartnerReliabilityDocument partnerReliability) {

    /** Where each band above poor begins. */
    public record BandsDocument(int fair, int good, int excellent, int outstanding) {}

    /** All five, each with the most points that it gives and why it weighs that much. */
    public record DimensionsDocument(
            DimensionDocument history,
            DimensionDocument capacity,
            DimensionDocument behaviour,
            DimensionDocument identity,
            DimensionDocument connections) {}

    public record DimensionDocument(int mostPoints, String rationale) {}

    public record InputDocument(String name, MeasureDocument measure) {}

    /**
     * What earns points.
     *
     * @param reason why a member has fewer points here than there are
     * @param noDataReason the same for a member without data, of whom {@code reason} would say what is not so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttributeDocument(
            String name,
            String dimension,
            MeasureDocument measure,
            String rationale,
            ReasonDocument reason,
            @Nullable ReasonDocument noDataReason,
            List<BinDocument> bins) {}

    /**
     * Of the points by which all evidence of such partners together lifts a base, a part is taken; nothing where it lowers one.
     *
     * @param figureFrom the least share of wrong records, in basis points, from which on a partner's evidence is discounted
     * @param discount the part that is taken, in basis points
     * @param reason why points were taken
     */
    public record PartnerReliabilityDocument(int figureFrom, int discount, String rationale, ReasonDocument reason) {}

    public record ReasonDocument(String code, String text) {}

    /**
     * A measure; which fields there are depends on the type.
     *
     * @param type count, sum, share, partners, recency, tenure or ratio
     * @param kinds kinds of the behaviour catalogue; absent for all
     * @param categoryGroups groups of merchant categories; absent for all
     * @param windowInDays days up to and including the day of evaluation; for count, sum, share and partners
     * @param share for a share, the groups whose part is taken
     * @param currency for a sum, the code of the currency whose amounts are summed, or {@code each} for a sum in each
     * @param severalCurrencies for a ratio of sums in each currency, what becomes of several: {@code mean-by-records}, each
     *     currency's ratio weighing as many records as its lower sum is made of
     * @param of for a ratio, the upper measure
     * @param to for a ratio, the lower measure
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeasureDocument(
            String type,
            @Nullable List<String> kinds,
            @Nullable List<String> categoryGroups,
            @Nullable Integer windowInDays,
            @Nullable List<String> share,
            @Nullable String currency,
            @Nullable String severalCurrencies,
            @Nullable String of,
            @Nullable String to) {}

    /**
     * Points for values from {@code from} to {@code to}, both included, or for no data.
     *
     * @param to absent in the last bin, which has no end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BinDocument(
            @Nullable Boolean none,
            @Nullable Long from,
            @Nullable Long to,
            int points) {}
}
