package dev.standing.settle;

/** Numbers as analysts write them: no NaN, no hexadecimal, no letters behind them. */
final class Numbers {
    private Numbers() {}

    static double parse(String field, String text) {
        boolean plain =
                !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
        try {
            if (plain) {
                return Double.parseDouble(text);
            }
        } catch (NumberFormatException e) {
            // Said below: it is no number either way.
        }
        throw new IllegalArgumentException(field + " is '" + text + "'; allowed: a number, as 612.5");
    }

    static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
