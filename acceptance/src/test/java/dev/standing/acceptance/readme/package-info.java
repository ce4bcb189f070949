/** The documentation's commands, run as written. */
@NullMarked
package dev.standing.acceptance.readme;

import org.jspecify.annotations.NullMarked;
