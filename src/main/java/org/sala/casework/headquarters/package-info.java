/**
 * What only headquarters does: founding an agency, answering requests, taking certificates back.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.headquarters;
