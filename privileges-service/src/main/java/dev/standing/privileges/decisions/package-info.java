/** What was decided of whom, for whom, when and why: kept in groups, looked up, recomputed, and deleted when it is old. */
@NullMarked
package dev.standing.privileges.decisions;

import org.jspecify.annotations.NullMarked;
