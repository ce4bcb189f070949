/** How instants are written: one rule for all doors. */
@NullMarked
package dev.standing.web.time;

import org.jspecify.annotations.NullMarked;
