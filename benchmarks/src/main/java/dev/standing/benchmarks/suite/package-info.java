/** The whole suite as a process of its own, the way a user starts it. */
@NullMarked
package dev.standing.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
