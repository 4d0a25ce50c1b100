package org.sala.form;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML from outside under limits, before anything else touches it. */
final class FormText {
  private static final int MOST_BYTES = 16 << 20;
  private static final int MOST_DEPTH = 64;
  private static final int MOST_ELEMENTS = 200_000;

  private FormText() {}

  /**
   * Refuses what is not well-formed, too big, too deep, or has a document type: with it entities go
   * too.
   */
  static void check(byte[] xml) {
    leaves(xml);
  }

  /**
   * The text of every element without elements in it, by its path from the root.
   *
   * @throws FormFault also if a path stands there twice
   */
  static Map<String, String> leaves(byte[] xml) {
    return read(xml).leaves();
  }

  /**
   * A document read under limits.
   *
   * @param rootId the {@code id} attribute of its root
   * @param leaves text by path; of elements with the same path, the first
   * @param repeated a path that stands there twice
   */
  record Read(Optional<String> rootId, Map<String, String> leaves, Optional<String> repeated) {}

  static Read read(byte[] xml) {
    if (xml.length > MOST_BYTES) {
      throw new FormFault(FormFault.Code.NOT_A_FORM, "more than 16 MiB");
    }
    try {
      return walk(factory().createXMLStreamReader(new ByteArrayInputStream(xml)));
    } catch (XMLStreamException e) {
      throw new FormFault(FormFault.Code.NOT_A_FORM, "not well-formed XML");
    }
  }

  private static Read walk(XMLStreamReader in) throws XMLStreamException {
    Map<String, String> leaves = new LinkedHashMap<>();
    Deque<String> path = new ArrayDeque<>();
    Optional<String> rootId = Optional.empty();
    Optional<String> repeated = Optional.empty();
    StringBuilder text = new StringBuilder();
    boolean leaf = false;
    int elements = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.DTD ->
            throw new FormFault(FormFault.Code.NOT_A_FORM, "document type");
        case XMLStreamConstants.START_ELEMENT -> {
          if (path.isEmpty()) {
            rootId = Optional.ofNullable(in.getAttributeValue(null, "id"));
          }
          path.addLast(in.getLocalName());
          if (path.size() > MOST_DEPTH || ++elements > MOST_ELEMENTS) {
            throw new FormFault(FormFault.Code.NOT_A_FORM, "too deep or too long");
          }
          leaf = true;
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        case XMLStreamConstants.END_ELEMENT -> {
          String here = "/" + String.join("/", path);
          if (leaf && leaves.putIfAbsent(here, text.toString().strip()) != null) {
            repeated = Optional.of(here);
          }
          leaf = false;
          path.removeLast();
        }
        default -> {
          // comments and space say nothing
        }
      }
    }
    return new Read(rootId, leaves, repeated);
  }

  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }
}
