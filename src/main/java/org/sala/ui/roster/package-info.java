/** The list and the form of people, which several screens show. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.roster;
