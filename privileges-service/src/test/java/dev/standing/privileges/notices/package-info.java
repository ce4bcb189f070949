/** A partner asks whether a member may have a perk; memory answers. */
@NullMarked
package dev.standing.privileges.notices;

import org.jspecify.annotations.NullMarked;
