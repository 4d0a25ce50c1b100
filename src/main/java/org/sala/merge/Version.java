package org.sala.merge;

import org.sala.domain.RevisionId;
import org.sala.domain.Value;

/** A value of a field that no later revision has replaced, and the revision that set it. */
public record Version(RevisionId revision, Value value) {}
