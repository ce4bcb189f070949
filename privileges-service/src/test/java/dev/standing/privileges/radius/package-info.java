/** Networks as they are read. */
@NullMarked
package dev.standing.privileges.radius;

import org.jspecify.annotations.NullMarked;
