package org.sala.crypto;

/** The bytes are not those that were sealed under this key: altered, cut, or another key. */
public final class NotAuthenticException extends Exception {
  private static final long serialVersionUID = 1L;

  public NotAuthenticException(String what) {
    super(what);
  }
}
