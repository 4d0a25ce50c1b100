/**
 * The one encoding of revisions, change headers, changes and audit entries ({@code
 * docs/formats/journal.md}): UTF-8 JSON, written once, never re-serialised.
 */
@org.jspecify.annotations.NullMarked
package org.sala.domain.wire;
