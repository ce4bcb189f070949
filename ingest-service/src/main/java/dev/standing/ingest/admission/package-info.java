/** What is let in: reads a record strictly and says of each field what is wrong with it. */
@NullMarked
package dev.standing.ingest.admission;

import org.jspecify.annotations.NullMarked;
