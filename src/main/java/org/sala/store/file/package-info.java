/**
 * The encrypted file below the view's database: sealed blocks, the table of their nonces, and what
 * the database needs in order to write in them.
 *
 * <p>Uses {@code crypto} and {@code disk}, and nothing else of {@code store}: knows no rows. Any
 * thread may read and write; nothing in here is ever interrupted.
 */
@org.jspecify.annotations.NullMarked
package org.sala.store.file;
