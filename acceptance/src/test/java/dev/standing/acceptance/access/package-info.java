/** Every role against every route. */
@NullMarked
package dev.standing.acceptance.access;

import org.jspecify.annotations.NullMarked;
