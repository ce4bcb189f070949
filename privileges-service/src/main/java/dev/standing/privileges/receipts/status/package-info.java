/** Which receipts are revoked, for whoever is shown one. */
@NullMarked
package dev.standing.privileges.receipts.status;

import org.jspecify.annotations.NullMarked;
