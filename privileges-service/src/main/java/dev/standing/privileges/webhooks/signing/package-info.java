/** What proves that a message is ours: HMAC-SHA256 (v1) and Ed25519 (v1a). */
@NullMarked
package dev.standing.privileges.webhooks.signing;

import org.jspecify.annotations.NullMarked;
