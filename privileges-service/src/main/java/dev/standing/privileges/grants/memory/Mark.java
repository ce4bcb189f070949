package dev.standing.privileges.grants.memory;

import java.time.Instant;

/**
 * How far what is stored was read: the newest row of the table {@code changed} at that moment. As long as that very row is there, the rows
 * behind it name everybody whose rows were written since; where it is not, for its age, or because the database went back to an earlier state,
 * nobody can say.
 *
 * @param at when the row was written, which tells it from another that an earlier state was followed by
 */
public record Mark(long position, Instant at) {}
