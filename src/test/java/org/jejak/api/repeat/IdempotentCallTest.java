package org.jejak.api.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class IdempotentCallTest {
  private static IdempotentCall call(String key, String actor, String path, String body) {
    IdempotentCall call = new IdempotentCall();
    call.begin(key, actor, path, body.getBytes(StandardCharsets.UTF_8));
    return call;
  }

  @Test
  void theSameCallHasTheSameNames() {
    IdempotentCall one = call("key-00001", "ANI", "cases", "{}");
    IdempotentCall again = call("key-00001", "ANI", "cases", "{}");
    assertThat(again.scope()).isEqualTo(one.scope());
    assertThat(again.requestId()).isEqualTo(one.requestId());
    assertThat(again.bodyMark()).isEqualTo(one.bodyMark());
  }

  @Test
  void anotherKeyActorOrPathIsAnotherCall() {
    String scope = call("key-00001", "ANI", "cases", "{}").scope();
    assertThat(call("key-00002", "ANI", "cases", "{}").scope()).isNotEqualTo(scope);
    assertThat(call("key-00001", "BUDI", "cases", "{}").scope()).isNotEqualTo(scope);
    assertThat(call("key-00001", "ANI", "reports", "{}").scope()).isNotEqualTo(scope);
    assertThat(call("key-00001", "ANI\ncases", "", "{}").scope()).isNotEqualTo(scope);
  }

  @Test
  void anotherBodyHasAnotherMarkUnderTheSameName() {
    IdempotentCall one = call("key-00001", "ANI", "cases", "{}");
    IdempotentCall other = call("key-00001", "ANI", "cases", "{ }");
    assertThat(other.scope()).isEqualTo(one.scope());
    assertThat(other.bodyMark()).isNotEqualTo(one.bodyMark());
  }

  @Test
  void theAnswerOpensWithItsKeyOnly() {
    String answer = "{\"number\":\"2026-7K3QXM\"}";
    String sealed = call("key-00001", "ANI", "cases", "{}").seal(answer);
    assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
        .doesNotContain("7K3QXM");
    assertThat(call("key-00001", "ANI", "cases", "{}").unseal(sealed)).isEqualTo(answer);
    assertThatThrownBy(() -> call("key-00002", "ANI", "cases", "{}").unseal(sealed))
        .isInstanceOf(IllegalStateException.class);
  }
}
