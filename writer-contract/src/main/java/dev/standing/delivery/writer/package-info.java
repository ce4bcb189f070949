/** What every writer promises: tests for each service to extend by what its messages and effects are. */
@NullMarked
package dev.standing.delivery.writer;

import org.jspecify.annotations.NullMarked;
