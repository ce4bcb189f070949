package dev.standing.scoring.community;

import dev.standing.scoring.scorecard.Scorecard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a base score stands on.
 *
 * @param day as of which activity is read; days since 1970-01-01, UTC
 * @param scorecard by which it is read
 * @param discounted which partners' evidence is discounted: a digest of their names, empty for none
 */
public record Basis(int day, String scorecard, String discounted) {
    /** That where some partners' evidence is discounted. */
    public static Basis of(int day, Scorecard scorecard, Set<String> discounted) {
        return new Basis(day, scorecard.id(), digest(discounted));
    }

    /** No name has a line break in it. */
    private static String digest(Set<String> partners) {
        if (partners.isEmpty()) {
            return "";
        }
        try {
            byte[] names = String.join("\n", new TreeSet<>(partners)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(names));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
