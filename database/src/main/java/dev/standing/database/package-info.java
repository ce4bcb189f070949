/** PostgreSQL as every service uses it: statements of one thread on one connection, and what may be said of a failure. */
@NullMarked
package dev.standing.database;

import org.jspecify.annotations.NullMarked;
