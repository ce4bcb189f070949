/** The issuer of the local stacks: a key pair on disk and signed tokens for the four roles. */
@NullMarked
package dev.standing.local.token;

import org.jspecify.annotations.NullMarked;
