/** What holds for the service as a whole: its clock, its configuration, how large a body may be. */
@NullMarked
package dev.standing.ingest.setup;

import org.jspecify.annotations.NullMarked;
