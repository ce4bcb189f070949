/** The perk policy: a versioned document becomes perks, tiers and conditions that are proved never to give less than the baseline. */
@NullMarked
package dev.standing.privileges.policy;

import org.jspecify.annotations.NullMarked;
