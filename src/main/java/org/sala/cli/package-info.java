/**
 * The commands. The only place that writes to standard output and error; secrets come by prompt or
 * from a file, never as an argument.
 *
 * <p>Uses {@code domain} and {@code casework}; starts the desktop, the demonstration and the bench
 * through ports that {@code app} fills.
 */
@org.jspecify.annotations.NullMarked
package org.sala.cli;
