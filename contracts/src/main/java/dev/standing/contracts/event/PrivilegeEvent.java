package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.standing.contracts.identity.MemberId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's privilege changed: granted, about to end, kept after all, or taken.
 *
 * @param sequence rising with each event of a member
 * @param tier the tier held now, the baseline included
 * @param until when the tier ends, where an end is announced
 * @param why the reason's code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"version"})
@RegisterForReflection
public record PrivilegeEvent(
        int version,
        MemberId member,
        long sequence,
        String perk,
        String tier,
        Instant since,
        @Nullable Instant until,
        String why,
        Instant at)
        implements Event {}
