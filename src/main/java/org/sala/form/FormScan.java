package org.sala.form;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a form's own text for what Sala does not run, since JavaRosa passes over much of it
 * in silence, and for the messages of its binds.
 */
final class FormScan {
  private static final String JAVAROSA = "http://openrosa.org/javarosa";
  private static final String ENTITIES = "http://www.opendatakit.org/xforms/entities";
  private static final int MOST_CHOICES = 20_000;
  private static final int MOST_FORMULA = 20_000;
  private static final int MOST_BRACKETS = 100;
  private static final int MOST_FINDINGS = 200;

  private static final Set<String> ACTIONS =
      Set.of("setgeopoint", "recordaudio", "insert", "delete", "send", "load", "message");
  private static final Set<String> MEDIA = Set.of("image", "big-image", "audio", "video");
  private static final List<String> FORMULAS =
      List.of(
          "nodeset",
          "ref",
          "calculate",
          "relevant",
          "constraint",
          "required",
          "readonly",
          "value",
          "bind");
  private static final Pattern FUNCTION = Pattern.compile("([A-Za-z_][\\w.:-]*)\\s*\\(");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

  private static final Set<String> FUNCTIONS =
      Set.of(
          ("if coalesce indexed-repeat true false boolean number int round string date date-time"
                  + " decimal-date-time decimal-time not boolean-from-string format-date"
                  + " format-date-time abs acos asin atan atan2 cos exp exp10 log log10 pi sin sqrt"
                  + " tan selected is-selected count-selected selected-at position count"
                  + " count-non-empty sum max min today now concat join substr substring-before"
                  + " substring-after translate contains starts-with ends-with string-length"
                  + " normalize-space checklist weighted-checklist regex depend random once uuid"
                  + " version pow randomize digest base64-decode instance current text node comment"
                  + " jr:itext jr:choice-name and or div mod")
              .split(" "));

  /** What a bind says when something is missing or wrong. */
  record Messages(@Nullable String constraint, @Nullable String required) {
    static final Messages NONE = new Messages(null, null);
  }

  /**
   * What was read.
   *
   * @param messages by place
   * @param never the places that the form says are never relevant
   */
  record Read(Map<String, Messages> messages, Set<String> never) {}

  private final Set<String> never = new HashSet<>();
  private final Set<String> findings = new LinkedHashSet<>();
  private final Map<String, Messages> messages = new HashMap<>();
  private final Deque<int[]> items = new ArrayDeque<>();

  private FormScan() {}

  /**
   * What JavaRosa does not keep.
   *
   * @throws FormFault with all that Sala does not run, and where it stands
   */
  static Read of(byte[] xml) {
    FormScan scan = new FormScan();
    try {
      XMLStreamReader in = FormText.factory().createXMLStreamReader(new ByteArrayInputStream(xml));
      while (in.hasNext() && scan.findings.size() < MOST_FINDINGS) {
        int event = in.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          scan.element(in);
          scan.items.push(new int[1]);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          scan.items.pop();
        }
      }
    } catch (XMLStreamException e) {
      throw new FormFault(FormFault.Code.NOT_A_FORM, "not well-formed XML");
    }
    if (!scan.findings.isEmpty()) {
      throw new FormFault(FormFault.Code.NOT_SUPPORTED, new ArrayList<>(scan.findings));
    }
    return new Read(Map.copyOf(scan.messages), Set.copyOf(scan.never));
  }

  private void element(XMLStreamReader in) {
    String name = in.getLocalName();
    if (name.equals("item") && !items.isEmpty() && ++items.element()[0] == MOST_CHOICES + 1) {
      found("more than 20,000 choices", in);
    }
    if (name.equals("instance") && in.getAttributeValue(null, "src") != null) {
      found("choices or data from outside the form", in);
    }
    if (name.equals("instance") && "last-saved".equals(in.getAttributeValue(null, "id"))) {
      found("answers of an earlier form", in);
    }
    if (ENTITIES.equals(in.getNamespaceURI()) || name.equals("entity")) {
      found("entities", in);
    }
    if (ACTIONS.contains(name) && in.getAttributeValue(null, "event") != null) {
      found("action " + name, in);
    }
    if (name.equals("value") && MEDIA.contains(attribute(in, "form"))) {
      found("pictures, sound or film beside the form", in);
    }
    String looks = attribute(in, "appearance");
    if (looks.contains("search(") || looks.contains("ex:")) {
      found("answers from a table or program outside", in);
    }
    for (String outside : List.of("intent", "query")) {
      if (!attribute(in, outside).isEmpty()) {
        found(outside, in);
      }
    }
    FORMULAS.forEach(a -> formula(attribute(in, a), in));
    String count = in.getAttributeValue(JAVAROSA, "count");
    formula(count == null ? "" : count, in);
    if (name.equals("bind")) {
      if (attribute(in, "relevant").strip().equals("false()")) {
        never.add(attribute(in, "nodeset"));
      }
      messages.put(
          attribute(in, "nodeset"),
          new Messages(
              in.getAttributeValue(JAVAROSA, "constraintMsg"),
              in.getAttributeValue(JAVAROSA, "requiredMsg")));
    }
  }

  private void formula(String text, XMLStreamReader in) {
    if (text.length() > MOST_FORMULA || depth(text) > MOST_BRACKETS) {
      found("a formula that is too long or too deep", in);
      return;
    }
    if (RunawayPattern.isIn(text)) {
      found("a pattern that may take for ever", in);
    }
    Matcher m = FUNCTION.matcher(QUOTED.matcher(text).replaceAll("''"));
    while (m.find()) {
      if (!FUNCTIONS.contains(m.group(1))) {
        found("function " + m.group(1) + "()", in);
      }
    }
  }

  private static int depth(String text) {
    int open = 0;
    int most = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[') {
        most = Math.max(most, ++open);
      } else if (c == ')' || c == ']') {
        open--;
      }
    }
    return most;
  }

  private void found(String what, XMLStreamReader in) {
    String place = attribute(in, "nodeset");
    place = place.isEmpty() ? attribute(in, "ref") : place;
    if (place.isEmpty() || place.length() > 200) {
      place = "<" + in.getLocalName() + ">";
    }
    findings.add(what + " at " + place + ", line " + in.getLocation().getLineNumber());
  }

  private static String attribute(XMLStreamReader in, String name) {
    String value = in.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
