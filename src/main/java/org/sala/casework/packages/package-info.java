/**
 * Sealing what headquarters lacks, taking in what comes, receipts, and the state of every record on
 * its way.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.packages;
