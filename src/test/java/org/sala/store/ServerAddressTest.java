package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of people go over no network in the clear, and to no server that is not the right one. */
class ServerAddressTest {

  private static ServerAddress of(String url) {
    return new ServerAddress(url, "sala_analyst_1", "phrase".toCharArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example.org/sala?sslmode=verify-full&sslrootcert=/etc/sala/ca.pem",
        "jdbc:postgresql://db.example.org:5433/sala?ApplicationName=x&sslmode=verify-full",
        "jdbc:postgresql://localhost/sala",
        "jdbc:postgresql://127.0.0.1:5432/sala"
      })
  void aCheckedLineOrThisMachineWillDo(String url) {
    assertThat(of(url).url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example.org/sala",
        "jdbc:postgresql://db.example.org/sala?sslmode=require",
        "jdbc:postgresql://db.example.org/sala?sslmode=verify-ca",
        "jdbc:postgresql://db.example.org/sala?xsslmode=verify-full",
        "jdbc:postgresql://db.example.org/sala?sslmode=verify-full&sslmode=disable",
        "jdbc:postgresql://localhost,db.example.org/sala",
        "jdbc:postgresql://localhost@db.example.org/sala",
        "jdbc:postgresql://localhost/sala?user=a&password=b",
        "jdbc:postgresql://localhost/sala?socketFactory=org.example.Factory",
        "jdbc:postgresql://localhost",
        "jdbc:postgresql:sala",
        "jdbc:h2:mem:sala"
      })
  void anythingElseIsRefusedWithoutBeingTried(String url) {
    assertThatThrownBy(() -> of(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPasswordStandsInNoText() {
    assertThat(of("jdbc:postgresql://localhost/sala")).asString().doesNotContain("phrase");
  }
}
