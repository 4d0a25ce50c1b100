package org.sala.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sala.casework.station.Drafts;
import org.sala.domain.Moment;
import org.sala.ui.route.Base;
import org.sala.ui.route.Drafting;
import org.sala.ui.work.Work;

/**
 * Writes what is typed beside the FX thread, at most once in a while however fast somebody types,
 * and always within a second. Locking writes what is still to be written first.
 */
final class DraftKeeper implements Drafting {
  private static final Duration WITHIN = Duration.millis(600);
  private static final Drafts.Stood UNKNOWN = new Drafts.Stood("", "");

  private final Drafts drafts;
  private final Work work;
  private final Function<Moment, String> clock;
  private final List<Form> open = new ArrayList<>();

  DraftKeeper(Drafts drafts, Work work, Function<Moment, String> clock) {
    this.drafts = drafts;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Typing keep(Supplier<Named> form, Fields fields, Consumer<Restored> restored) {
    Form typing = new Form(form, fields);
    open.add(typing);
    typing.offer(restored);
    fields.changed(typing::typed);
    return typing;
  }

  /** Everything typed so far goes to disk: the last thing before keys are wiped. */
  void flush() {
    List.copyOf(open).forEach(Form::left);
  }

  private final class Form implements Typing {
    private final Supplier<Named> form;
    private @Nullable Named named;
    private final Fields fields;
    private final Map<String, String> first;
    private final Work.Line line = work.line();
    private final PauseTransition soon = new PauseTransition(WITHIN);
    private boolean waits;
    private boolean over;

    Form(Supplier<Named> form, Fields fields) {
      this.form = form;
      this.fields = fields;
      this.first = fields.typed();
      soon.setOnFinished(e -> write());
    }

    /** Looked up once, on the lane. */
    private Named named() {
      Named known = named;
      if (known == null) {
        known = form.get();
        named = known;
      }
      return known;
    }

    /** What was kept is put back, unless somebody has already begun to type anew. */
    void offer(Consumer<Restored> restored) {
      line.act(
          () -> drafts.of(named().form(), named().before()),
          kept ->
              kept.filter(k -> !over && fields.typed().equals(first) && !holds(first, k.typed()))
                  .ifPresent(
                      k -> {
                        List<Came> came = came(k);
                        fields.put(k.typed());
                        restored.accept(new Restored(clock.apply(k.at()), this::anew, came));
                      }));
    }

    /** What is saved builds on what was seen then, whatever stands there by now. */
    private List<Came> came(Drafts.Kept kept) {
      List<Came> came = new ArrayList<>();
      kept.typed()
          .forEach(
              (name, typed) ->
                  fields
                      .base(name)
                      .filter(b -> !typed.equals(first.get(name)))
                      .ifPresent(
                          base -> {
                            Optional<Drafts.Stood> stood =
                                Optional.ofNullable(kept.stood().get(name));
                            if (base.cameSince(stood)) {
                              base.begin(stood.orElse(UNKNOWN));
                              came.add(came(name, base, stood, typed));
                            }
                          }));
      return came;
    }

    private Came came(String name, Base base, Optional<Drafts.Stood> stood, String typed) {
      return new Came(
          name,
          base.caption(),
          stood.map(s -> base.words(s.words())),
          base.standsNow(),
          base.words(typed),
          base.ofRecord(),
          () -> {
            base.anew();
            fields.put(Map.of(name, first.getOrDefault(name, "")));
          });
    }

    private void anew() {
      first.keySet().forEach(name -> fields.base(name).ifPresent(Base::anew));
      fields.put(first);
    }

    private static boolean holds(Map<String, String> all, Map<String, String> some) {
      return all.entrySet().containsAll(some.entrySet());
    }

    void typed() {
      if (!over && !waits) {
        waits = true;
        soon.playFromStart();
      }
    }

    /**
     * Only what was typed: a field that was left alone may hold something newer when the form is
     * opened again.
     */
    private void write() {
      waits = false;
      write(() -> true);
    }

    @Override
    public void now(Runnable kept) {
      if (!over) {
        soon.stop();
        waits = false;
        write(() -> true, kept);
      }
    }

    private void write(BooleanSupplier kept) {
      write(kept, () -> {});
    }

    private void write(BooleanSupplier kept, Runnable then) {
      Map<String, String> typed = new LinkedHashMap<>(fields.typed());
      typed.entrySet().removeIf(e -> e.getValue().equals(first.get(e.getKey())));
      Map<String, Drafts.Stood> stood = new LinkedHashMap<>();
      typed.keySet().forEach(n -> fields.base(n).ifPresent(b -> stood.put(n, b.began())));
      line.act(
          () -> {
            if (typed.isEmpty() || !kept.getAsBoolean()) {
              drafts.drop(named().form());
            } else {
              drafts.keep(named().form(), typed, stood);
            }
            return typed;
          },
          done -> then.run());
    }

    @Override
    public void over() {
      saved(() -> false);
    }

    @Override
    public void saved(BooleanSupplier failed) {
      if (!over) {
        end();
        write(failed);
      }
    }

    @Override
    public void left() {
      if (!over) {
        boolean late = waits;
        end();
        if (late) {
          write();
        }
      }
    }

    private void end() {
      over = true;
      soon.stop();
      open.remove(this);
    }
  }
}
