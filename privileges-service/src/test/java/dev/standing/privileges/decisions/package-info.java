/** A partner asks whether a member may have a perk; memory answers. */
@NullMarked
package dev.standing.privileges.decisions;

import org.jspecify.annotations.NullMarked;
