/** Benchmarks of the three services, one class each. */
@NullMarked
package dev.standing.benchmarks.services;

import org.jspecify.annotations.NullMarked;
