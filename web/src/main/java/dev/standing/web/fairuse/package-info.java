/** How often a partner may call, so that none takes from others. */
@NullMarked
package dev.standing.web.fairuse;

import org.jspecify.annotations.NullMarked;
