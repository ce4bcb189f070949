package dev.standing.scoring.activity;

import java.util.HexFormat;

/** Activity as SQL has it, for tests in which another hand than the writer's writes it. */
public final class PackedLiteral {
    private PackedLiteral() {}

    /** What was done with one partner. */
    public static String of(Activity activity) {
        return "'\\x" + HexFormat.of().formatHex(PackedActivity.of(activity)) + "'::bytea";
    }
}
