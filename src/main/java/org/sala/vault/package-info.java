/**
 * The workspace folder: its lock, the key file and its slots, scope keys, encrypted objects, drafts
 * and state ({@code docs/formats/workspace.md}).
 *
 * <p>Uses {@code crypto} and {@code domain}. Written by one thread at a time.
 */
@org.jspecify.annotations.NullMarked
package org.sala.vault;
