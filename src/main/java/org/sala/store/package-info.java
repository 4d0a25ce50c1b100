/**
 * The view: what screens read. An H2 database that follows the journal, is never trusted over it,
 * and is rebuilt whenever a check fails.
 *
 * <p>Uses {@code domain}, {@code merge}, {@code journal}, {@code crypto}. Outside {@link
 * org.sala.store.View#follow} nothing writes. One connection writes (write lane), another reads
 * (read lane); neither is ever interrupted.
 */
@org.jspecify.annotations.NullMarked
package org.sala.store;
