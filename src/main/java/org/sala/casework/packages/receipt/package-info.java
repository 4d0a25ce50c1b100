/**
 * Headquarters' answers: what became of a package and of each change in it, how far the audit was
 * right, and what goes back with it, which is decisions and what a restored laptop has lost. {@link
 * org.sala.casework.packages.receipt.Receipts} is the door.
 *
 * <p>Uses {@code seal}, {@code register}, consent and keys; knows what was taken in only by what it
 * is told. Nothing here has a thread of its own: an answer is written in the turn of whoever took
 * the package in.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.packages.receipt;
