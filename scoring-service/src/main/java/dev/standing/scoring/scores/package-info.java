/** What members, partners and operators can ask about a score: the score, its explanation, its history. */
@NullMarked
package dev.standing.scoring.scores;

import org.jspecify.annotations.NullMarked;
