/** Scores become perk tiers that a member holds and a partner can check. */
@NullMarked
package dev.standing.privileges;

import org.jspecify.annotations.NullMarked;
