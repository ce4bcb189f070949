/** A partner's events, to be read. */
@NullMarked
package dev.standing.privileges.webhooks.feed;

import org.jspecify.annotations.NullMarked;
