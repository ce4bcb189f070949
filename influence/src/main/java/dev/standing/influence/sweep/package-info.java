/** The full settle: sweeps over every row, in threads, until the error rule holds. */
@NullMarked
package dev.standing.influence.sweep;

import org.jspecify.annotations.NullMarked;
