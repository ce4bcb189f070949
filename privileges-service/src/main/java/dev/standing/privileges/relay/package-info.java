/** Changes of privileges go out to Kafka, in the order of the journal. */
@NullMarked
package dev.standing.privileges.relay;

import org.jspecify.annotations.NullMarked;
