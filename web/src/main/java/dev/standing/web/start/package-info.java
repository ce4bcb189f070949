/** How a service begins: its commands, its settings, and what it says where it cannot. */
@NullMarked
package dev.standing.web.start;

import org.jspecify.annotations.NullMarked;
