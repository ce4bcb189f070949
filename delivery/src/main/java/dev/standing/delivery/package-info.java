/**
 * From a committed row to a topic: journals are published in the order of positions, at least once, by one relay at a time.
 */
@NullMarked
package dev.standing.delivery;

import org.jspecify.annotations.NullMarked;
