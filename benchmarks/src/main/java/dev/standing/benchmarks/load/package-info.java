/** Bounded load over HTTP, closed or open, and what came of it. */
@NullMarked
package dev.standing.benchmarks.load;

import org.jspecify.annotations.NullMarked;
