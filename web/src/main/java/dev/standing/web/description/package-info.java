/** What the API descriptions of all services say alike, added where they are built. */
@NullMarked
package dev.standing.web.description;

import org.jspecify.annotations.NullMarked;
