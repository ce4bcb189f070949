package dev.standing.api;

import org.jspecify.annotations.Nullable;

/**
 * Whether a description may take the place of the one that was accepted. What breaks nobody only has to be written; what breaks somebody
 * has to be said in the changelog, in words that whoever writes it repeats.
 *
 * @param write whether it is to be written ({@code -Dapi.write=true})
 * @param breaking the words ({@code -Dapi.breaking="…"}); null where nothing is to break
 */
record Acceptance(boolean write, @Nullable String breaking, String changelog) {
    static final String WRITE = "-Dapi.write=true";
    static final String BREAKING = "-Dapi.breaking=\"words of a line of CHANGELOG.md\"";
    private static final int FEWEST_CHARACTERS = 20;

    /** What stands against it; empty where nothing does, and it may be written or is the same. */
    String objection(String accepted, String present) {
        if (accepted.equals(present)) {
            return "";
        }
        String broken = accepted.isEmpty() ? "" : Breaking.between(accepted, present);
        if (!broken.isEmpty() && !isSaid()) {
            return "It breaks callers. Where that is meant, say it in the changelog and write it with " + WRITE + " "
                    + BREAKING + ":\n" + broken;
        }
        return write ? "" : "It is not as accepted and breaks nobody: write it with " + WRITE;
    }

    private boolean isSaid() {
        return breaking != null
                && breaking.strip().length() >= FEWEST_CHARACTERS
                && unreleased().contains(breaking.strip());
    }

    /** The changes since the last release, each line break a blank. */
    private String unreleased() {
        int begin = changelog.indexOf("## [Unreleased]");
        int end = changelog.indexOf("\n## [", begin + 1);
        return changelog
                .substring(Math.max(begin, 0), end < 0 ? changelog.length() : end)
                .replaceAll("\\s+", " ");
    }
}
