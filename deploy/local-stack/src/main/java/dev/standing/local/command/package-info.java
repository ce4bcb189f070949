/** The commands of the launcher, as a person at a terminal meets them. */
@NullMarked
package dev.standing.local.command;

import org.jspecify.annotations.NullMarked;
