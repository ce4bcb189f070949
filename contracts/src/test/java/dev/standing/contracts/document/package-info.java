/** The events as an AsyncAPI document, held to the code. */
@NullMarked
package dev.standing.contracts.document;

import org.jspecify.annotations.NullMarked;
