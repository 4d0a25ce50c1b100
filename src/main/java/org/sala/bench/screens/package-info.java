/**
 * Programs that a measurement starts in a machine of their own, for windows: how soon there is one,
 * and how evenly it goes on.
 *
 * <p>May use {@code ui} and {@code demo}. FX thread where it says so.
 */
@org.jspecify.annotations.NullMarked
package org.sala.bench.screens;
