/** The service as a whole, on a real PostgreSQL and a real Kafka. */
@NullMarked
package dev.standing.privileges.service;

import org.jspecify.annotations.NullMarked;
