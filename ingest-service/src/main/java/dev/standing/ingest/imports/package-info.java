/** Members and ties of communities that exist already, with the evidence of their consent. */
@NullMarked
package dev.standing.ingest.imports;

import org.jspecify.annotations.NullMarked;
