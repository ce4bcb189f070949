/** What everything that reads JSON or YAML here says in the same way. */
@NullMarked
package dev.standing.contracts.json;

import org.jspecify.annotations.NullMarked;
