/** The supervised processes of the local stack: what they are, how they start, restart, heal and end. */
@NullMarked
package dev.standing.local.stack;

import org.jspecify.annotations.NullMarked;
