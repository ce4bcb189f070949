package dev.standing.delivery.writer;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How a writer is set up.
 *
 * @param service the schema that its positions stand in
 * @param lock the advisory lock of who leads: any number that no other lock of the database has
 * @param channel the incoming channel that its topics come over
 * @param maxBatch most messages that share one transaction
 * @param patience how long database or broker may take over one step
 * @param pause between a failure and the next attempt, and between attempts of a standby to lead
 * @param schemaIsReady whether the schema is as the service needs it, and what stands in it was written by its policies: none leads before
 */
public record WriterSettings(
        String service,
        long lock,
        String channel,
        int maxBatch,
        Duration patience,
        Duration pause,
        BooleanSupplier schemaIsReady) {}
