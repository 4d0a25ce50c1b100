/**
 * Paper and the formats of others: lays out pages and writes them as PDF with every letter in it.
 * Knows no case and no file; may use {@code domain} and {@code form}. One paper is written at a
 * time; everything else here is values.
 */
@org.jspecify.annotations.NullMarked
package org.sala.report;
