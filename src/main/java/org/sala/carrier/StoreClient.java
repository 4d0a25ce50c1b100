package org.sala.carrier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/**
 * The library's client, told everything: it reads no file, no environment and no property of the
 * machine, and tries nothing twice, for what is tried again is decided by who knows what has
 * arrived.
 */
final class StoreClient {
  /** A line that has come back is noticed sooner by a new attempt than by an old one. */
  private static final Duration CONNECTING = Duration.ofSeconds(6);

  private StoreClient() {}

  static S3Client open(StoreAddress address, StoreKey key, Patience patience, Line line)
      throws CarrierFault {
    Duration still = patience.still();
    Duration connecting = still.compareTo(CONNECTING) < 0 ? still : CONNECTING;
    UrlConnectionHttpClient.Builder http =
        UrlConnectionHttpClient.builder().connectionTimeout(connecting).socketTimeout(still);
    ProxyConfiguration.Builder proxy =
        ProxyConfiguration.builder()
            .useSystemPropertyValues(false)
            .useEnvironmentVariablesValues(false);
    address
        .proxy()
        .ifPresent(
            p -> {
              proxy.endpoint(p.at());
              ProxyPasswords.know(p);
              if (!address.isEncrypted()) {
                // In a tunnel the library would say it to the store as well.
                p.key().ifPresent(k -> proxy.username(k.id()).password(k.secret()));
              }
            });
    http.proxyConfiguration(proxy.build());
    if (address.authority().isPresent()) {
      TrustManager[] trusted = trusting(address.authority().get());
      http.tlsTrustManagersProvider(() -> trusted);
    }
    ProfileFile nothing =
        ProfileFile.builder()
            .content(new ByteArrayInputStream(new byte[0]))
            .type(ProfileFile.Type.CONFIGURATION)
            .build();
    return S3Client.builder()
        .endpointOverride(address.endpoint())
        .region(Region.of(address.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret())))
        .serviceConfiguration(
            S3Configuration.builder()
                .pathStyleAccessEnabled(address.pathStyle())
                .chunkedEncodingEnabled(false)
                .expectContinueEnabled(false)
                .build())
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .overrideConfiguration(
            o ->
                o.retryStrategy(AwsRetryStrategy.doNotRetry())
                    .defaultProfileFile(nothing)
                    .defaultProfileName("none"))
        .httpClient(new MeteredClient(http.build(), line))
        .build();
  }

  private static TrustManager[] trusting(String pem) throws CarrierFault {
    try {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
      if (certificates.isEmpty()) {
        throw new CarrierFault(CarrierFault.Why.UNTRUSTED);
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate c : certificates) {
        store.setCertificateEntry("authority-" + number++, c);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new CarrierFault(CarrierFault.Why.UNTRUSTED, e);
    }
  }
}
