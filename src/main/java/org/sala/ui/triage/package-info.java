/** Two minutes with one person on arrival. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.triage;
