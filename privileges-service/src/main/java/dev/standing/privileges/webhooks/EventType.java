package dev.standing.privileges.webhooks;

import java.util.Arrays;
import java.util.List;

/** What partners may be told of. */
public enum EventType {
    PRIVILEGE_GRANTED("privilege.granted"),
    PRIVILEGE_ENDING("privilege.ending"),
    PRIVILEGE_ENDED("privilege.ended"),
    SCORE_CHANGED("score.changed"),
    CONSENT_WITHDRAWN("consent.withdrawn"),
    /** The member contests a record of this partner's. */
    RECORD_DISPUTED("record.disputed"),
    /** That was upheld: the record is taken back. */
    RECORD_CORRECTED("record.corrected");

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** All by their names on the wire. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(EventType::code).toList();
    }
}
