/** Who may call: roles, and the caller behind a bearer token. */
@NullMarked
package dev.standing.web.access;

import org.jspecify.annotations.NullMarked;
