package org.jejak.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jejak.ledger.Receipt;
import org.jejak.web.Language;
import org.jejak.web.Step;
import org.jejak.web.WebSettings;
import org.jejak.web.Words;

/** Turns receipts into slips: {@code #{slips.of(receipt)}}. */
@Named("slips")
@RequestScoped
public class Slips {
  @Inject HttpServletRequest request;
  @Inject WebSettings settings;
  @Inject Language language;
  @Inject Words words;

  private final Map<String, Slip> made = new HashMap<>();

  /** The slip of this receipt; {@code null} for none. */
  public Slip of(Receipt receipt) {
    return receipt == null
        ? null
        : made.computeIfAbsent(receipt.id(), id -> slip(receipt)); // a page asks many times
  }

  /** For whoever has only its number: without the receipt itself, which holds the entry. */
  public Slip numbered(Receipt receipt) {
    Slip whole = of(receipt);
    return whole == null
        ? null
        : new Slip(whole.steps(), whole.path(), whole.address(), whole.qr(), null, whole.file());
  }

  private Slip slip(Receipt receipt) {
    String path = request.getContextPath() + "/verify?r=" + receipt.id();
    String address = settings.address().orElseGet(this::asked) + path;
    return new Slip(
        steps(receipt),
        path + language.getMore(),
        address,
        QrPicture.of(address),
        receipt.proof() == null ? null : download(receipt.proof()),
        "jejak-" + receipt.id().substring(0, 8) + ".tlog-proof");
  }

  /** The three states in words. */
  private List<Step> steps(Receipt receipt) {
    boolean logged = receipt.state() != Receipt.State.RECORDED;
    boolean witnessed = receipt.state() == Receipt.State.WITNESSED;
    return List.of(
        new Step(words.of("verify.state.recorded"), null, Step.State.DONE),
        new Step(
            logged
                ? words.of("verify.state.logged", receipt.index())
                : words.of("verify.state.waiting"),
            null,
            logged ? Step.State.DONE : Step.State.LATER),
        new Step(
            receipt.witnesses() == 0
                ? words.of("verify.state.no-witnesses")
                : words.of(
                    witnessed ? "verify.state.witnessed" : "verify.state.unwitnessed",
                    receipt.cosigned(),
                    receipt.witnesses()),
            null,
            witnessed ? Step.State.DONE : Step.State.LATER));
  }

  /** Inside the page itself: nobody who has only the number of a receipt can ask for it. */
  private static String download(String proof) {
    return "data:application/octet-stream;base64,"
        + Base64.getEncoder().encodeToString(proof.getBytes(StandardCharsets.UTF_8));
  }

  /** Scheme and host as the browser asked for them. */
  private String asked() {
    URI url = URI.create(request.getRequestURL().toString());
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
