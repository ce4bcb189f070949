/** Publishes the journals to Kafka, in order and at least once. */
@NullMarked
package dev.standing.ingest.relay;

import org.jspecify.annotations.NullMarked;
