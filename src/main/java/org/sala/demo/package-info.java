/**
 * The played night and the picture taker. Makes its data through {@code casework} alone and speaks
 * through a listener.
 */
@org.jspecify.annotations.NullMarked
package org.sala.demo;
