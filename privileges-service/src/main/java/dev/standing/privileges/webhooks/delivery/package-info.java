/** Events go out: in order by endpoint and member, by one process at a time, again until they arrive. */
@NullMarked
package dev.standing.privileges.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
