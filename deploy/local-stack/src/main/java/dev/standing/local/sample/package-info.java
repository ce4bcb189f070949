/** A believable community, joined through the public interface, and one member's story told from it. */
@NullMarked
package dev.standing.local.sample;

import org.jspecify.annotations.NullMarked;
