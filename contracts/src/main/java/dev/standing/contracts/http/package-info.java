/** The manner of every door: strict JSON in, problems as RFC 9457 out. */
@NullMarked
package dev.standing.contracts.http;

import org.jspecify.annotations.NullMarked;
