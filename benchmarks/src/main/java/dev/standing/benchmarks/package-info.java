/** What Standing costs and how fast it is, each figure beside a baseline of the same run. */
@NullMarked
package dev.standing.benchmarks;

import org.jspecify.annotations.NullMarked;
