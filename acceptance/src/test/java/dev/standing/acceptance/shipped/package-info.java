/** What is shipped of a service: what it says of itself, and that the same is the same. */
@NullMarked
package dev.standing.acceptance.shipped;

import org.jspecify.annotations.NullMarked;
