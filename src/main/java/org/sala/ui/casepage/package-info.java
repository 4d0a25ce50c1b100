/** One case: overview, people, history. FX thread only. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.casepage;
