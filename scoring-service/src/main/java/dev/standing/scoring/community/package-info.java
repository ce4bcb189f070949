/** Everybody who is scored, in memory and in the database, and the engine that carries scores between friends. */
@NullMarked
package dev.standing.scoring.community;

import org.jspecify.annotations.NullMarked;
