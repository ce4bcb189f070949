/** What the services say to each other, and the vocabulary that they share. */
@NullMarked
package dev.standing.contracts;

import org.jspecify.annotations.NullMarked;
