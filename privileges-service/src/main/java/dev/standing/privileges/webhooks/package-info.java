/** Partners are told what happens to members who show themselves to them, by Standard Webhooks 1.0. */
@NullMarked
package dev.standing.privileges.webhooks;

import org.jspecify.annotations.NullMarked;
