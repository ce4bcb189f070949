/** What the services say to each other and to their callers. */
@NullMarked
package dev.standing.contracts;

import org.jspecify.annotations.NullMarked;
