/**
 * Hostile input for everything in Sala that reads what comes from outside: seeds of the real thing,
 * spoiled at random from a number that makes a run repeatable.
 *
 * <p>May use everything. What is found is written down as bytes, to be looked at and kept.
 */
@org.jspecify.annotations.NullMarked
package org.sala.bench.fuzz;
