/** Real purchases and real friendships through the stream endpoint. */
@NullMarked
package dev.standing.acceptance.realdata;

import org.jspecify.annotations.NullMarked;
