/**
 * What comes: a file is read and verified whole, what is in doubt waits in quarantine for two
 * officers, and the rest goes into the journal and is answered. {@link
 * org.sala.casework.packages.take.Importing} is the door, {@link
 * org.sala.casework.packages.take.Quarantine} that of the two.
 *
 * <p>Uses {@code receipt}, {@code seal}, {@code register}, {@code files}, exhibits and keys, and is
 * used by none of them. One package at a time is taken in; {@link
 * org.sala.casework.packages.take.ImportQueue} verifies the next one on a thread of its own
 * meanwhile.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.packages.take;
