/** Real PostgreSQL and Kafka, and tokens, for the tests of the services. */
@NullMarked
package dev.standing.local.test;

import org.jspecify.annotations.NullMarked;
