@NullMarked
package dev.standing.privileges.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
