@NullMarked
package dev.standing.privileges.webhooks.sending;

import org.jspecify.annotations.NullMarked;
