package org.sala.casework.keys;

import org.sala.domain.Moment;

/**
 * Which list of whom to believe a station says at headquarters that it holds.
 *
 * @param number of that list
 * @param refused whether it has taken a package and holds a list that is older than the one in it
 * @param at since when it says so, by the clock of headquarters
 */
public record HeldList(long number, boolean refused, Moment at) {}
