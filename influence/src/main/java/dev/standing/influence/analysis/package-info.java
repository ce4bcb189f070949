/** What a member's influence is made of, and what dropping friends or standing in a ring would change. */
@NullMarked
package dev.standing.influence.analysis;

import org.jspecify.annotations.NullMarked;
