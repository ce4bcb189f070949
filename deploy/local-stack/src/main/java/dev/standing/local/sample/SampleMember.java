package dev.standing.local.sample;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** A line of the import of members; {@code neighbourhood} is only for making ties. */
record SampleMember(
        String member,
        List<String> recordConsents,
        boolean social,
        String evidence,
        @JsonIgnore int neighbourhood) {
    SampleMember {
        recordConsents = List.copyOf(recordConsents);
    }
}
