package org.sala.parcel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * {@code META-INF/ASiCManifest.xml} (ETSI EN 319 162-1, annex A.4): every entry with its SHA-256.
 */
final class Manifest {
  static final String NAME = "META-INF/ASiCManifest.xml";
  private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

  private Manifest() {}

  /** Entry names are of our own making and need no escaping. */
  static byte[] write(Map<String, byte[]> digests) {
    StringBuilder xml = new StringBuilder(2048);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<asic:ASiCManifest xmlns:asic=\"")
        .append(ASIC)
        .append("\" xmlns:ds=\"")
        .append(DS)
        .append("\">\n<asic:SigReference URI=\"")
        .append(Layout.SIGNATURE)
        .append("\" MimeType=\"application/pkcs7-signature\"/>\n");
    digests.forEach(
        (name, digest) ->
            xml.append("<asic:DataObjectReference URI=\"")
                .append(name)
                .append("\">\n<ds:DigestMethod Algorithm=\"")
                .append(SHA256)
                .append("\"/>\n<ds:DigestValue>")
                .append(Base64.getEncoder().encodeToString(digest))
                .append("</ds:DigestValue>\n</asic:DataObjectReference>\n"));
    return xml.append("</asic:ASiCManifest>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a manifest beside what was found in the package: one that is letter for letter what we
   * write for that says nothing else, and needs no parser.
   *
   * @param found every entry that was read, with its digest
   */
  static Optional<Map<String, String>> read(byte[] xml, Map<String, String> found) {
    Map<String, String> listed = new LinkedHashMap<>();
    Map<String, byte[]> digests = new LinkedHashMap<>();
    found.forEach(
        (name, digest) -> {
          // Names that have a place hold no letter that XML would read as something else.
          if (EntryKind.of(name).filter(EntryKind::isListed).isPresent()) {
            listed.put(name, digest);
            digests.put(name, HexFormat.of().parseHex(digest));
          }
        });
    return Arrays.equals(xml, write(digests)) ? Optional.of(listed) : read(xml);
  }

  /** Names to digests (hexadecimal) in order; empty when it is not a manifest of this form. */
  static Optional<Map<String, String>> read(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      var builder = factory.newDocumentBuilder();
      // Without one, what is wrong is printed, with words of whoever wrote it.
      builder.setErrorHandler(new DefaultHandler());
      Document document = builder.parse(new ByteArrayInputStream(xml));
      Map<String, String> digests = new LinkedHashMap<>();
      NodeList references = document.getElementsByTagNameNS(ASIC, "DataObjectReference");
      NodeList signatures = document.getElementsByTagNameNS(ASIC, "SigReference");
      if (signatures.getLength() != 1
          || !((Element) signatures.item(0)).getAttribute("URI").equals(Layout.SIGNATURE)) {
        return Optional.empty();
      }
      for (int i = 0; i < references.getLength(); i++) {
        Element reference = (Element) references.item(i);
        NodeList method = reference.getElementsByTagNameNS(DS, "DigestMethod");
        NodeList value = reference.getElementsByTagNameNS(DS, "DigestValue");
        if (method.getLength() != 1
            || value.getLength() != 1
            || !((Element) method.item(0)).getAttribute("Algorithm").equals(SHA256)
            || digests.put(
                    reference.getAttribute("URI"),
                    HexFormat.of()
                        .formatHex(
                            Base64.getDecoder().decode(value.item(0).getTextContent().strip())))
                != null) {
          return Optional.empty();
        }
      }
      return Optional.of(digests);
    } catch (SAXException
        | IOException
        | ParserConfigurationException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
