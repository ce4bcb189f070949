/** What members allow: the state that holds, and the journal of how it came about. */
@NullMarked
package dev.standing.ingest.consents;

import org.jspecify.annotations.NullMarked;
