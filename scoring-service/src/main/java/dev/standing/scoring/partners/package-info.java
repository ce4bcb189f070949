/** What is known of partners: how many of their records are wrong, at least. */
@NullMarked
package dev.standing.scoring.partners;

import org.jspecify.annotations.NullMarked;
