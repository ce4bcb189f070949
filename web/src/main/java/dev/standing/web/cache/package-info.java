/** Memory of what was asked for lately, bounded. */
@NullMarked
package dev.standing.web.cache;

import org.jspecify.annotations.NullMarked;
