/** What one caller may take at a time of what all callers share: calls, bytes of bodies, streams. */
@NullMarked
package dev.standing.web.share;

import org.jspecify.annotations.NullMarked;
