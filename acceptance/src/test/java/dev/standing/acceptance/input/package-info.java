/** Bad input at every door. */
@NullMarked
package dev.standing.acceptance.input;

import org.jspecify.annotations.NullMarked;
