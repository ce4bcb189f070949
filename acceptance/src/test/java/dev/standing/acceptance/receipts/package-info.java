/** What a member proves to somebody who is no partner. */
@NullMarked
package dev.standing.acceptance.receipts;

import org.jspecify.annotations.NullMarked;
