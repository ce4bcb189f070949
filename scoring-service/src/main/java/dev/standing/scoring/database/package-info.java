/** One connection to PostgreSQL, spoken to from one thread. */
@NullMarked
package dev.standing.scoring.database;

import org.jspecify.annotations.NullMarked;
