/** The suites that test classes share, and the Kafka of a suite seen from outside. */
@NullMarked
package dev.standing.acceptance.suite;

import org.jspecify.annotations.NullMarked;
