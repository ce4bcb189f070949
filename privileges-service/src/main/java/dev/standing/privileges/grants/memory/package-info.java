/** Every member in memory, packed: ten million of them in a process, read by anybody while one thread writes. Only the store asks the database. */
@NullMarked
package dev.standing.privileges.grants.memory;

import org.jspecify.annotations.NullMarked;
