/** Happenings become numbered events of each partner who may hear of them. */
@NullMarked
package dev.standing.privileges.webhooks.fanout;

import org.jspecify.annotations.NullMarked;
