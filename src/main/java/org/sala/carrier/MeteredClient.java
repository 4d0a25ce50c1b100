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

/** Lets every request and answer go over a {@link Line}. */
final class MeteredClient implements SdkHttpClient {
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
    return new Guarded(inner.prepareRequest(metered.build()), line);
  }

  private record Guarded(ExecutableHttpRequest inner, Line line) implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() throws IOException {
      Line.Guard guard = line.guard(inner);
      boolean answered = false;
      try {
        HttpExecuteResponse answer = inner.call();
        answered = answer.responseBody().isPresent();
        HttpExecuteResponse.Builder metered =
            HttpExecuteResponse.builder().response(answer.httpResponse());
        answer
            .responseBody()
            .ifPresent(
                body ->
                    metered.responseBody(
                        AbortableInputStream.create(guarded(line.incoming(body), guard), inner)));
        return metered.build();
      } finally {
        if (!answered) {
          guard.close();
        }
      }
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

  @Override
  public void close() {
    inner.close();
  }

  @Override
  public String clientName() {
    return inner.clientName();
  }
}
