/** How bodies come in: as they are, bounded in bytes and in time on any protocol, without a thread that waits for them. */
@NullMarked
package dev.standing.web.body;

import org.jspecify.annotations.NullMarked;
