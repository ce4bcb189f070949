/** What partners are told. */
@NullMarked
package dev.standing.acceptance.webhooks;

import org.jspecify.annotations.NullMarked;
