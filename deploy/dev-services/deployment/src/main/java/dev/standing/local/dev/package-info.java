/** Servers and tokens for services in dev mode and under test, started while Quarkus puts the service together. */
@NullMarked
package dev.standing.local.dev;

import org.jspecify.annotations.NullMarked;
