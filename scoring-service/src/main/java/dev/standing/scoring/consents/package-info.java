/** Whose records count, and who lets ties count: of each consent the highest version. */
@NullMarked
package dev.standing.scoring.consents;

import org.jspecify.annotations.NullMarked;
