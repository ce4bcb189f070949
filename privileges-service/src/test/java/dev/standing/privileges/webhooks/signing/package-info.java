@NullMarked
package dev.standing.privileges.webhooks.signing;

import org.jspecify.annotations.NullMarked;
