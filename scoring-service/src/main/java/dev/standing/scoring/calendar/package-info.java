/** The days that everything here is kept in. */
@NullMarked
package dev.standing.scoring.calendar;

import org.jspecify.annotations.NullMarked;
