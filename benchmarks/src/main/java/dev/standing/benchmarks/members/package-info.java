/** What members in the memory of privileges-service take. */
@NullMarked
package dev.standing.benchmarks.members;

import org.jspecify.annotations.NullMarked;
