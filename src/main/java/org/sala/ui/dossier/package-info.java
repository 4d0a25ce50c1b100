/** The dossier for not punishing a victim. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.dossier;
