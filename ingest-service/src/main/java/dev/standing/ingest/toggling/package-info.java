/** How often a day the same may be granted again; what is ended or withdrawn in between never waits. */
@NullMarked
package dev.standing.ingest.toggling;

import org.jspecify.annotations.NullMarked;
