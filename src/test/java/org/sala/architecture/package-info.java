/**
 * The house rules as tests: who may use whom, how files are written, which words the screens have.
 */
@org.jspecify.annotations.NullMarked
package org.sala.architecture;
