/** The board of a house: everyone who is here, by number, and the next shift. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.house;
