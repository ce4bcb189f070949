/** A small service that keeps to the writer's contract, and what only it can show. */
@NullMarked
package dev.standing.delivery.writer;

import org.jspecify.annotations.NullMarked;
