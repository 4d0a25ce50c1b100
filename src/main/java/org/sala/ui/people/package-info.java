/** People here, and one person. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.people;
