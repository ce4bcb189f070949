/** Members, partners and operators as callers of the suite: their tokens, their records, and what they say in one sentence. */
@NullMarked
package dev.standing.acceptance.client;

import org.jspecify.annotations.NullMarked;
