/** The events on the wire, their topics, keys and JSON form. */
@NullMarked
package dev.standing.contracts.event;

import org.jspecify.annotations.NullMarked;
