/**
 * The workspace at work: the open vault, journal and view of one station, the officers who may open
 * it, the one door through which everything is written, and the trail of who did what.
 *
 * <p>Uses no other package of casework; all others use it.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.station;
