/** The documentation: its commands run as written, its links followed. */
@NullMarked
package dev.standing.acceptance.readme;

import org.jspecify.annotations.NullMarked;
