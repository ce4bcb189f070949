/** Privileges: never below baseline, good news now and bad news later. */
@NullMarked
package dev.standing.acceptance.perks;

import org.jspecify.annotations.NullMarked;
