/**
 * What leaves in packages, what comes in them, and the true state of each. {@link
 * org.sala.casework.packages.Packages} is the door; behind it lie rooms, each of which uses only
 * those before it:
 *
 * <ol>
 *   <li>{@code files}: the sealed files themselves, where they lie and how long.
 *   <li>{@code register}: what is written down of each package, and how far each record is.
 *   <li>{@code seal}: what would leave, what consent and fear leave out of it, and the writing of
 *       it.
 *   <li>{@code carry}: the way out, and who in a package has a say against it.
 *   <li>{@code receipt}: headquarters' answers, what goes back with them, what a station makes of
 *       them.
 *   <li>{@code catalogue}: forms and lists from headquarters to every station.
 *   <li>{@code take}: arrival, verifying, quarantine, taking into the journal.
 * </ol>
 *
 * <p>Reading may run beside writing; whatever is written goes through the ledger, which lets one
 * writer in at a time.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.packages;
