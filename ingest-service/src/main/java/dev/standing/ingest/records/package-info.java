/** The routes by which partners send, look up and retract records. */
@NullMarked
package dev.standing.ingest.records;

import org.jspecify.annotations.NullMarked;
