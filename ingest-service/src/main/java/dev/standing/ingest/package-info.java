/** Members, consents, ties and behaviour records come in, and are published in order. */
@NullMarked
package dev.standing.ingest;

import org.jspecify.annotations.NullMarked;
