/** Papers and exchange formats, read back by programs that are not ours. */
@org.jspecify.annotations.NullMarked
package org.sala.report;
