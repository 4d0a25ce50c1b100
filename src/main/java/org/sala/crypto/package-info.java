/**
 * Keys and primitives behind narrow types: bytes in, bytes out; knows no case.
 *
 * <p>Uses nothing else of Sala; BouncyCastle, {@code javax.crypto} and jagged are used here alone.
 * Thread-safe unless a type says otherwise.
 */
@org.jspecify.annotations.NullMarked
package org.sala.crypto;
