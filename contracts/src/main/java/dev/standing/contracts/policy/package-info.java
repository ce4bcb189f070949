/** Policies as documents: YAML in, strict values out, errors that name the line. */
@NullMarked
package dev.standing.contracts.policy;

import org.jspecify.annotations.NullMarked;
