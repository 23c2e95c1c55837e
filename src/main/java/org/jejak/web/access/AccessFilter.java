package org.jejak.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.identity.Role;
import org.jejak.identity.Roles;
import org.jejak.ledger.access.Look;
import org.jejak.ledger.access.LookKind;
import org.jejak.ledger.access.RecordLook;
import org.jejak.web.AddressFilter;
import org.jejak.web.AddressTable;
import org.jejak.web.Addresses;
import org.jejak.web.ErrorPage;

/**
 * Holds each answer until the look at what is in it is committed; where it cannot be recorded, the
 * answer is 503 and nothing else. Named in web.xml, because it must come after the one that says
 * who acts and before everything that answers.
 */
public class AccessFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(AccessFilter.class.getName());
  private static final String ASSETS = "/jakarta.faces.resource/";
  private static final String REST = "/api/";

  /** With this purpose a page asks for itself again when its reader prints it. */
  private static final String PRINTING = "print";

  @Inject private transient RecordLook recordLook;
  @Inject private transient Roles roles;
  @Inject private transient AddressTable addresses;
  @Inject private transient Unrecorded unrecorded;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = AddressFilter.path(request);
    if (path.startsWith(ASSETS)) {
      chain.doFilter(request, response);
      return;
    }
    Look look = new Look();
    HeldAnswer held = new HeldAnswer(response, text -> record(look, text, path, response));
    try {
      look.during(
          () -> {
            addresses
                .addresses()
                .target(path)
                .map(Addresses.Target::view)
                .ifPresent(view -> Look.at(view.replace(".xhtml", "")));
            if (PRINTING.equals(request.getHeader("Purpose"))) {
              Look.as(LookKind.PRINTED);
            }
            chain.doFilter(request, held);
            return null;
          });
      held.release();
    } catch (Unrecorded.Failure failure) {
      unrecorded.answer(request, response, failure);
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  /** A problem of REST holds no text of a file, though the file was read to find it. */
  private void record(Look look, boolean body, String path, HttpServletResponse response) {
    boolean text = body && !(path.startsWith(REST) && response.getStatus() >= 400);
    if (!look.hasNews(text)) {
      return;
    }
    try {
      recordLook.run(look, text, role());
    } catch (RuntimeException e) {
      String reference = ErrorPage.log(e);
      LOG.log(System.Logger.Level.ERROR, "an answer was held back: failure {0}", reference);
      throw new Unrecorded.Failure(reference);
    }
  }

  /** Every role that somebody was given; what follows from the people only where there is none. */
  private String role() {
    Set<Role> mine = roles.mine();
    String given =
        mine.stream()
            .filter(role -> !role.isComputed())
            .sorted()
            .map(Role::name)
            .collect(Collectors.joining("+"));
    if (!given.isEmpty()) {
      return given;
    }
    return mine.contains(Role.SUPERIOR) ? Role.SUPERIOR.name() : Role.ASN.name();
  }
}
