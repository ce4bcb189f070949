/** How long connections are kept, and how one is left in the middle of a call. */
@NullMarked
package dev.standing.web.connection;

import org.jspecify.annotations.NullMarked;
