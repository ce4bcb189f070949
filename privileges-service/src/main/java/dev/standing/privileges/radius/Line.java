package dev.standing.privileges.radius;

import java.util.List;
import java.util.stream.Collectors;

/** What a member's line may do: the values of a network's attributes, in their order, in bits per second. */
record Line(List<Long> values) {
    private static final String MARK = "standing:";
    private static final int LONGEST = 200;

    Line {
        values = List.copyOf(values);
    }

    /** As the attribute Class, which an access server repeats in accounting: so it is known what a session was told. */
    String told() {
        return MARK + values.stream().map(String::valueOf).collect(Collectors.joining(":"));
    }

    /** A Class as it is kept: nothing where it is not of ours, and so nobody knows what the session was told. */
    static String told(String sent) {
        return sent.startsWith(MARK) && sent.length() <= LONGEST ? sent : "";
    }
}
