/**
 * From a committed row to a topic: journals are published in the order of positions, at least once, by one relay at a time,
 * and the one writer of a service holds its claim on the session that it writes through.
 */
@NullMarked
package dev.standing.delivery;

import org.jspecify.annotations.NullMarked;
