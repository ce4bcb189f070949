/** A real Kafka broker in a JVM of its own, with its topics created. */
@NullMarked
package dev.standing.local.kafka;

import org.jspecify.annotations.NullMarked;
