/** An access network asks by FreeRADIUS what a member's line may be, and hears of changes while a session runs. */
@NullMarked
package dev.standing.privileges.radius;

import org.jspecify.annotations.NullMarked;
