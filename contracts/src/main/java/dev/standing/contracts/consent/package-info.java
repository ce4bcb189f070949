/** What members may allow. */
@NullMarked
package dev.standing.contracts.consent;

import org.jspecify.annotations.NullMarked;
