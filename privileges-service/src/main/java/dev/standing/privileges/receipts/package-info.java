/** Proofs of their standing that members ask for: issued for one audience, listed, revoked. */
@NullMarked
package dev.standing.privileges.receipts;

import org.jspecify.annotations.NullMarked;
