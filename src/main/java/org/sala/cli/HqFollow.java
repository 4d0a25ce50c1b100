package org.sala.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.station.Tools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code sala hq follow}: brings the view on for all others, until it is stopped. */
@Command(
    name = "follow",
    mixinStandardHelpOptions = true,
    description = "Shows what analysts write, until it is stopped; an importer's login.")
final class HqFollow implements Callable<Integer> {
  private final Tools tools;

  @ParentCommand private @Nullable HqCommand hq;

  @Mixin private Officer officer = new Officer();

  @Mixin private Output output = new Output();

  HqFollow(Tools tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    Desk desk = Objects.requireNonNull(hq).enter(tools, officer);
    CountDownLatch stopped = new CountDownLatch(1);
    Runnable close =
        () -> {
          if (stopped.getCount() > 0) {
            desk.close();
            stopped.countDown();
          }
        };
    Thread closing = Thread.ofPlatform().name("sala-closing").unstarted(close);
    if (!desk.onServer().orElseThrow().follows()) {
      desk.close();
      throw new NotEntered("This login may not bring the view on.", Exit.USAGE);
    }
    Runtime.getRuntime().addShutdownHook(closing);
    output.said().line("Following; stop it with Ctrl-C.").with("follows", true).end();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      // Whoever started it in a program of theirs wants it to end, and the program to go on.
      Runtime.getRuntime().removeShutdownHook(closing);
      close.run();
      Thread.currentThread().interrupt();
    }
    return Exit.OK;
  }
}
