/** Who signs receipts: the keys, and where they are published. */
@NullMarked
package dev.standing.privileges.receipts.issuer;

import org.jspecify.annotations.NullMarked;
