/**
 * What leaves: {@link org.sala.casework.packages.seal.SealPlanning} works out a plan and writes
 * nothing, consent and fear leave out of it what they must, and {@link
 * org.sala.casework.packages.seal.Sealing} is the one place where a package is written.
 *
 * <p>Uses {@code register}, {@code files}, consent, keys and screening, and never what answers,
 * carries or takes in. Whoever seals holds the workspace for as long as it takes; nothing here has
 * a thread of its own.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.packages.seal;
