/** What benchmarks measure with. */
@NullMarked
package dev.standing.benchmarks.measuring;

import org.jspecify.annotations.NullMarked;
