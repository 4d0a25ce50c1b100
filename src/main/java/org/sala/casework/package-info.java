/**
 * What an officer does, one package a line of work; here they are put together into a desk. The
 * only thing that screens and commands call; answers with records of its own.
 *
 * <p>Every change goes one way: an {@link org.sala.casework.station.Act} to the ledger, from there
 * to the journal (then it is saved) and to the view. Reading may run beside writing; the ledger
 * lets one writer in at a time.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework;
