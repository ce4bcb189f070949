/** Consent comes first, and special categories stay out. */
@NullMarked
package dev.standing.acceptance.consent;

import org.jspecify.annotations.NullMarked;
