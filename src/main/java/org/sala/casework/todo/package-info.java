/**
 * What waits for this officer tonight, the most urgent first: gathered from every line of work and
 * kept by none of them.
 *
 * <p>Uses the other rooms of {@code casework}, never the other way round. Reads only; runs in the
 * read lane.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.todo;
