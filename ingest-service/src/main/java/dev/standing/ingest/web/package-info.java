/** What holds for every route: body limits, operations that OpenAPI shows. */
@NullMarked
package dev.standing.ingest.web;

import org.jspecify.annotations.NullMarked;
