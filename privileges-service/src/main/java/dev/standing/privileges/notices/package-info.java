/** What somebody is told who was not lent to: the adverse action notice, as text and as a page to print. */
@NullMarked
package dev.standing.privileges.notices;

import org.jspecify.annotations.NullMarked;
