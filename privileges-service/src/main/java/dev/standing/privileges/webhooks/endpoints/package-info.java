/** The addresses that partners want to be told at: registered, proved, changed, rotated. */
@NullMarked
package dev.standing.privileges.webhooks.endpoints;

import org.jspecify.annotations.NullMarked;
