/** The catalogue of perks, whole: rules are never secret. */
@NullMarked
package dev.standing.privileges.perks;

import org.jspecify.annotations.NullMarked;
