/**
 * The signed and encrypted file in which work leaves a laptop: age outside, a strict ASiC-E
 * container inside ({@code docs/formats/package.md}). One writer, one reader.
 *
 * <p>Uses {@code crypto} and {@code domain}. A writer or reader belongs to one thread.
 */
@org.jspecify.annotations.NullMarked
package org.sala.parcel;
