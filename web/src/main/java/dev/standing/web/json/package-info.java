/** How bodies are read: JSON that means what it says. */
@NullMarked
package dev.standing.web.json;

import org.jspecify.annotations.NullMarked;
