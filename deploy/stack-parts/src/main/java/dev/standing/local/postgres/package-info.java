/** A real PostgreSQL as a child process: unpacked, initialized, provisioned, stopped. */
@NullMarked
package dev.standing.local.postgres;

import org.jspecify.annotations.NullMarked;
