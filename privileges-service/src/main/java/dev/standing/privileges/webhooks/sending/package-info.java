/** One message to an address that somebody else named: where it may go, and what is read of the answer. */
@NullMarked
package dev.standing.privileges.webhooks.sending;

import org.jspecify.annotations.NullMarked;
