/** Who is meant: the ids of members and partners, and the one rule that they keep to. */
@NullMarked
package dev.standing.contracts.identity;

import org.jspecify.annotations.NullMarked;
