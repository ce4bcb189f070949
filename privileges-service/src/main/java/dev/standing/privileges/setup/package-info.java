/** What is the same for the whole service: configuration, clock, policy, memory. */
@NullMarked
package dev.standing.privileges.setup;

import org.jspecify.annotations.NullMarked;
