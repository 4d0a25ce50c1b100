/** The way back to the FX thread; the only place that calls runLater. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.work;
