package org.sala.form;

import java.util.Optional;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;

/**
 * Repeats that a form counts by another answer ({@code jr:count}). JavaRosa adds what is missing
 * while it goes through the form, and leaves what is too much: another count would then be shown
 * otherwise than when the form is opened again.
 */
final class CountedRepeats {
  private final FormDef form;
  private final FormEntryModel model;
  private final boolean any;

  CountedRepeats(FormDef form, FormEntryModel model, Layout layout) {
    this.form = form;
    this.model = model;
    this.any = layout.counts();
  }

  /** Takes away what stands beyond its count; false where there was nothing. */
  boolean drop() {
    boolean dropped = false;
    Optional<FormIndex> one = any ? beyond() : Optional.empty();
    while (one.isPresent()) {
      form.deleteRepeat(one.get());
      dropped = true;
      one = beyond();
    }
    return dropped;
  }

  private Optional<FormIndex> beyond() {
    FormIndex index = model.incrementIndex(FormIndex.createBeginningOfFormIndex());
    while (!index.isEndOfFormIndex()) {
      if (model.getEvent(index) == FormEntryController.EVENT_REPEAT
          && form.getChild(index) instanceof GroupDef group
          && group.getCountReference() != null
          && index.getReference().getMultLast() >= count(group, index)) {
        return Optional.of(index);
      }
      index = model.incrementIndex(index);
    }
    return Optional.empty();
  }

  /** Nothing counts as none, as it does when the form is opened. */
  private int count(GroupDef group, FormIndex index) {
    TreeElement node =
        form.getMainInstance()
            .resolveReference(group.getConextualizedCountReference(index.getReference()));
    IAnswerData value = node == null ? null : node.getValue();
    String text = value == null ? "0" : value.uncast().getString();
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }
}
