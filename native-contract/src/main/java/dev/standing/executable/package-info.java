/** What a native executable of a service needs to be told at build time, as tests that run on the JVM in a second. */
@NullMarked
package dev.standing.executable;

import org.jspecify.annotations.NullMarked;
