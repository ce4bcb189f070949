/** The one writer: batch by batch, each in one transaction, from records, consents and ties to published scores. */
@NullMarked
package dev.standing.scoring.loop;

import org.jspecify.annotations.NullMarked;
