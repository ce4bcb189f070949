/** How every door says no: problems as RFC 9457, which name field, value and what is allowed. */
@NullMarked
package dev.standing.web.problem;

import org.jspecify.annotations.NullMarked;
