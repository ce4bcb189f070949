/** Limits of partners, by a clock of the test's own. */
@NullMarked
package dev.standing.web.fairuse;

import org.jspecify.annotations.NullMarked;
