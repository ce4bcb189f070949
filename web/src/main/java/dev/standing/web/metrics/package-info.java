/** What metrics of calls may be told apart by: nothing that a caller makes up, and nobody. */
@NullMarked
package dev.standing.web.metrics;

import org.jspecify.annotations.NullMarked;
