/** What every writer promises, and a small service that keeps to it. */
@NullMarked
package dev.standing.delivery.writer;

import org.jspecify.annotations.NullMarked;
