/**
 * The record of truth: an append-only sequence of encrypted, hash-chained, fsynced frames in
 * segment files, or in a table that several programs append to ({@code docs/formats/journal.md}).
 *
 * <p>Uses {@code crypto} and {@code domain}. Written by one thread at a time, read by any.
 */
@org.jspecify.annotations.NullMarked
package org.sala.journal;
