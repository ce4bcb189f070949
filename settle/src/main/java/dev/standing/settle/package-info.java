/** Settles a community that is written down in files, for an analyst who tries a policy; needs no service. */
@NullMarked
package dev.standing.settle;

import org.jspecify.annotations.NullMarked;
