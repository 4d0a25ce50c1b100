package org.sala.demo;

import java.io.IOException;
import org.sala.casework.Desks;

/** The program that is killed in the demonstration, with the tests' cheap keys. */
public final class CheapTyping {
  private CheapTyping() {}

  public static void main(String[] args) throws IOException {
    Typing.type(Desks.CHEAP, args);
  }
}
