/** What holds for the service as a whole: its clock and its configuration. */
@NullMarked
package dev.standing.ingest.setup;

import org.jspecify.annotations.NullMarked;
