package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipOutputStream;
import org.jejak.cases.CaseFile;
import org.jejak.cases.DossierRecipient;
import org.jejak.cases.IssueDossier;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.PublishedLog;
import org.jejak.ledger.access.Look;
import org.jejak.ledger.access.LookKind;
import org.jejak.ledger.dossier.Link;
import org.jejak.ledger.dossier.ProvenChains;
import org.jejak.ledger.witness.WitnessSettings;
import org.jejak.tlog.verify.Dossier;
import org.jejak.tlog.verify.OfflinePage;
import org.jejak.web.Words;

/** Page {@code /cases/dossier.xhtml}: asks for whom and what for, issues it, and sends it. */
@Named
@RequestScoped
public class DossierPage {
  /** How long the issuing may take to come under a published checkpoint. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Inject CaseHead head;
  @Inject IssueDossier issueDossier;
  @Inject ProvenChains chains;
  @Inject PublishedLog published;
  @Inject WitnessSettings witnesses;
  @Inject DossierPaper paper;
  @Inject Words words;

  private DossierRecipient recipient;
  private String to;
  private String purpose;

  /** Refuses whoever may not hand a case out; one that is out of sight is unknown. */
  @Allow(Permission.ISSUE_DOSSIER)
  public void open() {
    head.open();
  }

  /** Issues the dossier and sends it. The files are made at once, the ZIP as it is sent. */
  public void issue() throws IOException {
    IssueDossier.Issued issued =
        issueDossier.run(
            new IssueDossier.Request(head.getFile().number(), recipient), this::papers);
    String chain = issued.file().handle();
    ProvenChains.Published under = chains.await(chain, issued.entry(), PATIENCE);
    Look.as(LookKind.DOWNLOADED);
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    // A filter has set an encoding, which bytes do not have.
    ((HttpServletResponse) external.getResponse()).setCharacterEncoding(null);
    external.setResponseContentType("application/zip");
    external.setResponseHeader(
        "Content-Disposition",
        "attachment; filename=\"" + words.of("dossier.file", head.getShown()) + ".zip\"");
    external.setResponseHeader("Cache-Control", "no-store");
    try (ZipOutputStream zip = Dossier.begin(external.getResponseOutputStream())) {
      ProvenChains.write(issued.files(), issued.contents(), zip);
      chains.write(chain, issued.entry(), under, zip);
    }
    faces.responseComplete();
  }

  private Map<String, byte[]> papers(CaseFile file, List<Link> chain) {
    String keys = published.keys();
    String witnessKeys =
        witnesses.witnesses().stream()
            .map(witness -> witness.key() + "\n")
            .collect(Collectors.joining());
    return Map.of(
        "README.txt", bytes(words.of("dossier.readme", head.getShown(), to, purpose)),
        "dossier.pdf", paper.of(file, chain, recipient, to, purpose),
        "keys", bytes(keys),
        "witnesses", bytes(witnessKeys),
        "verify.html", bytes(OfflinePage.with(keys, witnessKeys)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public List<DossierRecipient> getRecipients() {
    return List.of(DossierRecipient.values());
  }

  public DossierRecipient getRecipient() {
    return recipient;
  }

  public void setRecipient(DossierRecipient recipient) {
    this.recipient = recipient;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }
}
