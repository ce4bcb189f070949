/** The journal of accepted records and retractions: appended in groups, one commit for many requests. */
@NullMarked
package dev.standing.ingest.ledger;

import org.jspecify.annotations.NullMarked;
