/** The night's intake: many people at once, by keyboard. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.intake;
