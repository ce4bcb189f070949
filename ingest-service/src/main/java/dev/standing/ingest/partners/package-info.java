/** What can be said of how reliable a partner's records are: how many were taken, refused, taken back, contested and upheld. */
@NullMarked
package dev.standing.ingest.partners;

import org.jspecify.annotations.NullMarked;
