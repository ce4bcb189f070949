/** The APIs as documents: what was accepted, what would break a caller, and whether answers are as they say. */
@NullMarked
package dev.standing.api;

import org.jspecify.annotations.NullMarked;
