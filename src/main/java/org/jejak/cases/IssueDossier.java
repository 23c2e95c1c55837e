package org.jejak.cases;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.base.Command;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.dossier.Contents;
import org.jejak.ledger.dossier.Link;
import org.jejak.ledger.dossier.OpenedChains;

/**
 * Issues a dossier of a case. That is itself the case's last entry, and names the hash of all that
 * is in it, so that nothing can be left out of the middle, the end or the files.
 */
@Command
@Allow(Permission.ISSUE_DOSSIER)
public class IssueDossier {
  /** Of which case, and for whom. */
  public record Request(@NotNull CaseNumber number, @NotNull DossierRecipient recipient) {}

  /** Makes the papers that people read: the page knows the language and the words. */
  public interface Papers {
    /** Files by their names; they become part of what is recorded. */
    Map<String, byte[]> of(CaseFile file, List<Link> chain);
  }

  /**
   * What was issued, but for the entries and their proofs.
   *
   * @param entry the number of the issuing in the case's chain
   * @param files by their names
   * @param contents the list of files, whose hash the entry names
   */
  public record Issued(
      CaseFile file, long entry, SortedMap<String, byte[]> files, String contents) {}

  @Inject CaseFiles files;
  @Inject OpenedChains chains;
  @Inject Ledger ledger;

  public Issued run(@NotNull @Valid Request request, Papers papers) {
    CaseFile file = files.hold(request.number());
    List<Link> chain = chains.read(file.handle(), request.recipient()::mayRead);
    SortedMap<String, byte[]> all = new TreeMap<>(chains.files(chain));
    all.putAll(papers.of(file, chain));
    Contents contents = Contents.of(all);
    ledger.append(
        new CaseEvent.DossierIssued(
            file.subject(),
            request.recipient(),
            contents.hash(),
            chain.stream().mapToInt(link -> link.opened().size()).sum()));
    return new Issued(file, ledger.seqOf(file.subject()), all, contents.list());
  }
}
