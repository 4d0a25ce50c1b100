package org.sala.domain;

/** What a scope is made for; a record stays in its scope for life. */
public enum ScopeType {
  CASE,
  PERSON,
  STATION
}
