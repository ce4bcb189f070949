/** Members contest records: one dispute of a record, ever, decided by an operator or accepted by the partner that sent it. */
@NullMarked
package dev.standing.ingest.disputes;

import org.jspecify.annotations.NullMarked;
