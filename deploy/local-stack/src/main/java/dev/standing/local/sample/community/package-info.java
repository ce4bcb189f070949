/** A community that nobody is in: its members, the lives they lead and the friends they have, the same for the same seed. */
@NullMarked
package dev.standing.local.sample.community;

import org.jspecify.annotations.NullMarked;
