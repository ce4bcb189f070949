package dev.standing.scoring.scorecard;

import dev.standing.contracts.score.ScoreReason;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What cost a base score most, in the form that is kept with it: codes and points, as {@code PAID-LATE=30 SHORT-TENURE=12}. The texts
 * are the scorecard's. Each alone would have made the base higher by its points ({@link Evaluation#worst}).
 */
public final class Causes {
    private static final int MOST = ScoreReason.MOST;

    private Causes() {}

    /** Worst first. */
    public static String of(Evaluation evaluation) {
        StringJoiner causes = new StringJoiner(" ");
        for (Loss loss : evaluation.worst(MOST)) {
            causes.add(loss.reason().code() + '=' + loss.points());
        }
        return causes.toString();
    }

    /** With the texts of the scorecard that they are of; null where they are not known, or it is another one. */
    public static @Nullable List<ScoreReason> read(@Nullable String kept, @Nullable Scorecard scorecard) {
        if (kept == null || scorecard == null) {
            return null;
        }
        List<ScoreReason> reasons = new ArrayList<>(MOST);
        for (String cause : kept.isEmpty() ? new String[0] : kept.split(" ", -1)) {
            int sign = cause.lastIndexOf('=');
            String code = cause.substring(0, sign);
            String text = text(scorecard, code);
            if (text == null) {
                return null;
            }
            reasons.add(new ScoreReason(code, text, Integer.parseInt(cause.substring(sign + 1))));
        }
        return reasons;
    }

    private static @Nullable String text(Scorecard scorecard, String code) {
        for (Attribute attribute : scorecard.attributes()) {
            if (attribute.reason().code().equals(code)) {
                return attribute.reason().text();
            }
            Reason noData = attribute.noDataReason();
            if (noData != null && noData.code().equals(code)) {
                return noData.text();
            }
        }
        PartnerReliability reliability = scorecard.partnerReliability();
        return reliability != null && reliability.reason().code().equals(code)
                ? reliability.reason().text()
                : null;
    }
}
