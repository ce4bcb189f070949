/** Which currencies amounts may be in, and when. */
@NullMarked
package dev.standing.contracts.money;

import org.jspecify.annotations.NullMarked;
