/**
 * The laptops of one hall: a danger that was raised on one of them, and who has taken it on. How it
 * travels is the affair of {@code packages} and {@code sync}.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.hall;
