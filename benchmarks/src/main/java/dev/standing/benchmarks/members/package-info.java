/** What members take in the memory of services. */
@NullMarked
package dev.standing.benchmarks.members;

import org.jspecify.annotations.NullMarked;
