/** One trace of a record from the door to the perk: its place is kept in journals and said in headers. */
@NullMarked
package dev.standing.delivery.trace;

import org.jspecify.annotations.NullMarked;
