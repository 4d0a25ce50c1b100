package org.sala.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The EU's own library judges the container's signature. */
class DssTest {
  private final Agency agency = new Agency();
  @TempDir Path folder;

  private SimpleReport report(byte[] container, List<String> revoked) {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    CertificateToken anchor = DSSUtils.loadCertificate(agency.authority.certificate().der());
    trusted.addCertificate(anchor);
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    verifier.setCrlSource(
        new ExternalResourcesCRLSource(
            new ByteArrayInputStream(agency.trust(revoked).revoked().get(0).der()),
            new ByteArrayInputStream(agency.trust(revoked).revoked().get(1).der())));
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(new InMemoryDocument(container, "package.asice"));
    validator.setCertificateVerifier(verifier);
    return validator.validateDocument().getSimpleReport();
  }

  @Test
  void theContainerPassesAsCadesBaselineB() throws Exception {
    byte[] container = agency.plain(agency.seal(folder));
    SimpleReport report = report(container, List.of());
    String id = report.getFirstSignatureId();
    assertThat(report.getIndication(id))
        .as(String.valueOf(report.getSubIndication(id)))
        .isEqualTo(Indication.TOTAL_PASSED);
    assertThat(report.getSignatureFormat(id)).isEqualTo(SignatureLevel.CAdES_BASELINE_B);
  }

  @Test
  void aRevokedOfficersContainerDoesNotPass() throws Exception {
    byte[] container = agency.plain(agency.seal(folder));
    SimpleReport report = report(container, List.of(agency.officer.serial()));
    assertThat(report.getIndication(report.getFirstSignatureId()))
        .isNotEqualTo(Indication.TOTAL_PASSED);
  }
}
