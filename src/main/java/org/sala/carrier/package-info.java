/**
 * Moves opaque files; knows names, lengths and digests, and nothing of what is inside.
 *
 * <p>Uses nothing else of Sala. A carrier is used by one thread at a time.
 */
@org.jspecify.annotations.NullMarked
package org.sala.carrier;
