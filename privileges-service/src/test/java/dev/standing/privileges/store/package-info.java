/** What members hold, in PostgreSQL. */
@NullMarked
package dev.standing.privileges.store;

import org.jspecify.annotations.NullMarked;
