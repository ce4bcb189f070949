/** Requests to a running suite, their answers, and what its services count. */
@NullMarked
package dev.standing.stack.http;

import org.jspecify.annotations.NullMarked;
