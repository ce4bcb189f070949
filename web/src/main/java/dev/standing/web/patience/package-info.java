/** How long callers wait for a database that does not answer. */
@NullMarked
package dev.standing.web.patience;

import org.jspecify.annotations.NullMarked;
