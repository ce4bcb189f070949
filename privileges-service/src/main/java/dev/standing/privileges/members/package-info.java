/** What one member holds, since when, until when, and why. */
@NullMarked
package dev.standing.privileges.members;

import org.jspecify.annotations.NullMarked;
