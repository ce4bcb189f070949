/**
 * PostgreSQL as every service uses it: statements of one thread on one connection, a schema that is brought up to date when it can be, and
 * what may be said of a failure.
 */
@NullMarked
package dev.standing.database;

import org.jspecify.annotations.NullMarked;
