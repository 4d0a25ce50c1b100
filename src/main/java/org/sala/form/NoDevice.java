package org.sala.form;

import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.utils.IPreloadHandler;
import org.jspecify.annotations.Nullable;

/**
 * What forms ask of the device by themselves (number, SIM, user, e-mail; {@code jr:preload} of kind
 * {@code property} in the ODK XForms specification): nothing is told, and the place stays empty.
 * Every form made with KoboToolbox may ask, and an answer would say whose laptop it was.
 */
final class NoDevice implements IPreloadHandler {
  @Override
  public String preloadHandled() {
    return "property";
  }

  @Override
  public @Nullable IAnswerData handlePreload(String which) {
    return null;
  }

  @Override
  public boolean handlePostProcess(TreeElement node, String which) {
    return false;
  }
}
