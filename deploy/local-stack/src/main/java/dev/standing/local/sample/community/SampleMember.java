package dev.standing.local.sample.community;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** A line of the import of members; {@code neighbourhood} is only for making ties. */
public record SampleMember(
        String member,
        List<String> recordConsents,
        boolean social,
        String evidence,
        @JsonIgnore int neighbourhood) {
    public SampleMember {
        recordConsents = List.copyOf(recordConsents);
    }
}
