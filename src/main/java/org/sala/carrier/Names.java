package org.sala.carrier;

import java.util.regex.Pattern;

/** Names of packages on carriers: whatever else lies there is none of ours and is left alone. */
final class Names {
  /** What may be a file's name on every system; a carrier can claim anything. */
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]{1,100}\\.sala");

  private Names() {}

  static boolean isPackage(String name) {
    return SAFE.matcher(name).matches();
  }
}
