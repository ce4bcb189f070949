@NullMarked
package dev.standing.privileges.grants.memory;

import org.jspecify.annotations.NullMarked;
