/** Evidence: the list, one exhibit with its file and its custody. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.exhibits;
