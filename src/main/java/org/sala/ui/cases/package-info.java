/** The list of cases, and opening one. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.cases;
