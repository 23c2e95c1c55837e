package org.jejak.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the pages: keys {@code jejak.web.*}. */
@Named("webSettings")
@ApplicationScoped
public class WebSettings {
  @Inject
  @ConfigProperty(name = "jejak.web.max-form-bytes", defaultValue = "1048576")
  long maxFormBytes;

  @Inject
  @ConfigProperty(name = "jejak.web.max-upload-bytes", defaultValue = "26214400")
  long maxUploadBytes;

  @Inject
  @ConfigProperty(name = "jejak.web.address")
  Optional<String> address;

  @Inject
  @ConfigProperty(name = "jejak.web.exit-address")
  Optional<String> exitAddress;

  @Inject
  @ConfigProperty(name = "jejak.web.csp-reports", defaultValue = "false")
  boolean cspReports;

  /** Above this a posted form or JSON body is refused with 413. */
  public long maxFormBytes() {
    return maxFormBytes;
  }

  /** Above this a request with files is refused with 413. */
  public long maxUploadBytes() {
    return maxUploadBytes;
  }

  /** Where people reach us, without a slash at its end; empty where each request says it. */
  public Optional<String> address() {
    return address.filter(url -> url.matches("https?://[^/]+"));
  }

  /** Where the button that leaves the page quickly leads: somewhere harmless. */
  public String exitAddress() {
    return exitAddress
        .filter(address -> address.startsWith("https://"))
        .orElse("https://www.bmkg.go.id/");
  }

  /** Whether browsers shall report violations of the policy to {@code /csp-reports}. */
  public boolean cspReports() {
    return cspReports;
  }

  /**
   * The Content-Security-Policy up to the sources of scripts, which come last because PrimeFaces
   * appends its nonce to them.
   */
  public String policy() {
    return "default-src 'none'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
        + " style-src 'self' 'unsafe-inline'; form-action 'self'; base-uri 'none';"
        + " frame-ancestors 'none'; object-src 'none'; "
        + (cspReports ? "report-uri /csp-reports; " : "")
        + "script-src ";
  }

  /** As {@link #policy()}, for PrimeFaces' own parameter. */
  public String getPagePolicy() {
    return policy() + "'self'";
  }
}
