/** The influence kernel at sizes from ten thousand ties to a billion, beside what memory allows on the same run. */
@NullMarked
package dev.standing.benchmarks.influence;

import org.jspecify.annotations.NullMarked;
