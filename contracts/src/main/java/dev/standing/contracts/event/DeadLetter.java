package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A message that could not be read. It says where the message is and what is wrong, and repeats neither key nor content,
 * for those may name a person; whoever may read the topic finds the message there.
 */
@JsonPropertyOrder({"version"})
@RegisterForReflection
public record DeadLetter(int version, String topic, int partition, long offset, String reason, Instant at)
        implements Event {}
