/**
 * Java machines of their own: where this program's classes lie, and how a program is started that
 * is ended again and again.
 *
 * <p>May use nothing of Sala. Any thread.
 */
@org.jspecify.annotations.NullMarked
package org.sala.bench.machine;
