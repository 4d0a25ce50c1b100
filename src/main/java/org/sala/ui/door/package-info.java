/** First start, unlocking, recovering. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.door;
