/** How far scoring has come with what was published. */
@NullMarked
package dev.standing.ingest.progress;

import org.jspecify.annotations.NullMarked;
