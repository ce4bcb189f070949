/** Callers of the suite: tokens, requests, answers. */
@NullMarked
package dev.standing.acceptance.client;

import org.jspecify.annotations.NullMarked;
