/** A real network asks. */
@NullMarked
package dev.standing.acceptance.network;

import org.jspecify.annotations.NullMarked;
