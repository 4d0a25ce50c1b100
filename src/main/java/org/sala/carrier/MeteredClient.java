package org.sala.carrier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Lets every request and answer go over a {@link Line}. The library holds an answer as a whole, but
 * for contents: those alone may be of any length.
 */
final class MeteredClient implements SdkHttpClient {
  /** Bytes; a thousand names of the longest kind, each letter escaped, are six million. */
  private static final int MOST = 8 << 20;

  private final SdkHttpClient inner;
  private final Line line;

  MeteredClient(SdkHttpClient inner, Line line) {
    this.inner = inner;
    this.line = line;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    HttpExecuteRequest.Builder metered =
        HttpExecuteRequest.builder().request(request.httpRequest());
    request.metricCollector().ifPresent(metered::metricCollector);
    request
        .contentStreamProvider()
        .ifPresent(
            content ->
                metered.contentStreamProvider(
                    (ContentStreamProvider) () -> line.outgoing(content.newStream())));
    boolean asksForContent = request.httpRequest().firstMatchingHeader("Range").isPresent();
    return new Guarded(inner.prepareRequest(metered.build()), line, asksForContent);
  }

  private record Guarded(ExecutableHttpRequest inner, Line line, boolean asksForContent)
      implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() throws IOException {
      Line.Guard guard = line.guard(inner);
      boolean answered = false;
      try {
        HttpExecuteResponse answer = inner.call();
        answered = answer.responseBody().isPresent();
        HttpExecuteResponse.Builder metered =
            HttpExecuteResponse.builder().response(answer.httpResponse());
        boolean isContent = asksForContent && answer.httpResponse().isSuccessful();
        answer
            .responseBody()
            .ifPresent(
                body ->
                    metered.responseBody(
                        AbortableInputStream.create(
                            guarded(bounded(line.incoming(body), isContent), guard), inner)));
        return metered.build();
      } finally {
        if (!answered) {
          guard.close();
        }
      }
    }

    private static InputStream bounded(InputStream body, boolean isContent) {
      return isContent ? body : new Bounded(body);
    }

    private static InputStream guarded(InputStream body, Line.Guard guard) {
      return new FilterInputStream(body) {
        @Override
        public void close() throws IOException {
          guard.close();
          super.close();
        }
      };
    }

    @Override
    public void abort() {
      inner.abort();
    }
  }

  /** Ends with a no where an answer is longer than any that is needed. */
  private static final class Bounded extends FilterInputStream {
    private int left = MOST;

    Bounded(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
      int n = super.read(into, at, most);
      left -= Math.max(0, n);
      if (left < 0) {
        throw new CarrierFault(CarrierFault.Why.REFUSED);
      }
      return n;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }

  @Override
  public void close() {
    inner.close();
  }

  @Override
  public String clientName() {
    return inner.clientName();
  }
}
