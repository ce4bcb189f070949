/** Tests of the whole suite, over HTTP, started the way a user starts it. */
@NullMarked
package dev.standing.acceptance;

import org.jspecify.annotations.NullMarked;
