package dev.standing.acceptance.operating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a query asks for: a metric, and what its labels must be. */
record Selector(String metric, List<Condition> conditions) {
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.$])([a-zA-Z_:][\\w:]*)\\s*(\\{[^}]*}|\\()?");
    private static final Pattern CONDITION = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

    /** What one label must be, as PromQL has it. */
    record Condition(String label, String operator, String value) {
        boolean holds(Map<String, String> labels) {
            String is = labels.getOrDefault(label, "");
            return switch (operator) {
                case "=" -> is.equals(value);
                case "!=" -> !is.equals(value);
                case "=~" -> is.matches(value);
                default -> !is.matches(value);
            };
        }
    }

    /** Every selector of a query. Whatever is neither a function, an operator nor a label to group by is one. */
    static List<Selector> in(String query) {
        String bare = RANGE.matcher(GROUPING.matcher(query).replaceAll(" ")).replaceAll("");
        List<Selector> selectors = new ArrayList<>();
        Matcher names = NAME.matcher(bare);
        while (names.find()) {
            String after = names.group(2) == null ? "" : names.group(2);
            if (!after.equals("(") && !OPERATORS.contains(names.group(1))) {
                selectors.add(new Selector(
                        names.group(1),
                        CONDITION
                                .matcher(after)
                                .results()
                                .map(each -> new Condition(each.group(1), each.group(2), each.group(3)))
                                .toList()));
            }
        }
        return selectors;
    }

    boolean selects(Sample sample) {
        return sample.metric().equals(metric)
                && conditions.stream().allMatch(condition -> condition.holds(sample.labels()));
    }
}
