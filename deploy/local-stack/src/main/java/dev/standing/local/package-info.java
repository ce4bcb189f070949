/** The launcher of the whole suite on one machine. */
@NullMarked
package dev.standing.local;

import org.jspecify.annotations.NullMarked;
