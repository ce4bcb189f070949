/** What is published: influence made of what each friend is heard at, in whole numbers, the same however it was reached. */
@NullMarked
package dev.standing.influence.publication;

import org.jspecify.annotations.NullMarked;
