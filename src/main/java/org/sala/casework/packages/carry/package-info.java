/**
 * The way out: a sealed package is copied to a stick, a share or a store and is written down as
 * carried, unless somebody in it has taken back a yes or fears the recipient since. {@link
 * org.sala.casework.packages.carry.Carrying} is the door.
 *
 * <p>Uses {@code seal}, {@code register}, {@code files}, consent and keys. Runs in the caller's
 * thread, which a slow carrier holds.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.packages.carry;
