package dev.standing.web.fairuse;

/**
 * A limit of a single partner, in place of the usual one.
 *
 * @param calls a second, 1 or more
 */
record OwnLimit(String partner, RouteClass of, int calls) {}
