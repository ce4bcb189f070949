/**
 * From topics into one transaction: one leader per service applies what the topics say, together with how far it has read
 * them, and after any failure reads its memory anew.
 */
@NullMarked
package dev.standing.delivery.writer;

import org.jspecify.annotations.NullMarked;
