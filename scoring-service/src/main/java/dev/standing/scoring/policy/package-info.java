/** The policies in force, read once at start and served whole: a fault in any of them stops the start. */
@NullMarked
package dev.standing.scoring.policy;

import org.jspecify.annotations.NullMarked;
