/** Conditions on what is known of a member: compiled within a purpose fence, bounded in cost, and with a distance where one can be told. */
@NullMarked
package dev.standing.privileges.condition;

import org.jspecify.annotations.NullMarked;
