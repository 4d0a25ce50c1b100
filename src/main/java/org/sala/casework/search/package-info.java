/**
 * Finds what is known by a number or a name, wherever it is kept: gathered from the other rooms and
 * kept by none of them.
 *
 * <p>Uses the other rooms of {@code casework}, never the other way round. Reads only; runs in the
 * read lane.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.search;
