package dev.standing.local.sample.community;

import java.util.List;
import java.util.Map;

/** All that is to be joined; {@code recordsByPartner} in the order in which the partner sends them. */
public record Community(
        List<SampleMember> members, List<SampleTie> ties, Map<String, List<SampleRecord>> recordsByPartner) {

    public Community {
        members = List.copyOf(members);
        ties = List.copyOf(ties);
    }

    public int recordCount() {
        return recordsByPartner.values().stream().mapToInt(List::size).sum();
    }
}
