package org.jejak.api.repeat;

import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of this call and what follows from it.
 *
 * <p>We keep neither the key nor anything that could be read without it: the row's name, the mark
 * of the body and the seal of the answer are all made with the key itself.
 */
@RequestScoped
public class IdempotentCall {
  private String key;
  private String place;
  private byte[] body;

  void begin(String key, String actor, String path, byte[] body) {
    this.key = key;
    this.place = actor + "\n" + path;
    this.body = body.clone();
  }

  /** The key as the caller sent it; the resource of public reports derives the code from it. */
  public String key() {
    return key;
  }

  /** The name of the kept answer: one for each key, actor and path. */
  String scope() {
    return HexFormat.of().formatHex(mac("scope", place.getBytes(StandardCharsets.UTF_8)));
  }

  /** What tells one message from the next where the command itself keeps them apart. */
  public String formKey() {
    return scope().substring(0, 32);
  }

  /** The id under which the ledger records the call's acts. */
  String requestId() {
    return scope().substring(0, 26);
  }

  /** Differs where the body differs. */
  String bodyMark() {
    return HexFormat.of().formatHex(mac("body", body));
  }

  String seal(String answer) {
    byte[] text = answer.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE, text));
  }

  String unseal(String sealed) {
    byte[] text = cipher(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(sealed));
    return new String(text, StandardCharsets.UTF_8);
  }

  /** One key seals one answer only, therefore the fixed initial value. */
  private byte[] cipher(int mode, byte[] text) {
    byte[] secret = mac("seal", place.getBytes(StandardCharsets.UTF_8));
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(secret, "AES"),
          new GCMParameterSpec(128, Arrays.copyOf(mac("iv", body), 12)));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the kept answer does not open with its own key", broken);
    }
  }

  private byte[] mac(String use, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((use + "\n").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(text);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HmacSHA256", missing);
    }
  }
}
