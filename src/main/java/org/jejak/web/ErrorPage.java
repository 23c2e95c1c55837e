package org.jejak.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.jejak.base.Handle;

/**
 * Pages {@code /errors/*.xhtml}: what the server shows instead of a page.
 *
 * <p>One view for all, in the same words for what does not exist and for what is not yours. A
 * failure of ours gets a reference number that stands in the log too; nothing else of it is shown.
 */
@Named("errorPage")
@RequestScoped
public class ErrorPage {
  /** Request attribute: the sentence of a refusal that could not be shown on its page. */
  public static final String SENTENCE = "jejak.error.sentence";

  /** Request attribute: the reference number of a failure that has been logged. */
  public static final String REFERENCE = "jejak.error.reference";

  private static final Logger LOG = System.getLogger(ErrorPage.class.getName());
  private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 413, 422, 429, 503);

  @Inject HttpServletRequest request;

  private String reference;

  /** Logs a failure under a new reference number, which is returned. */
  public static String log(Throwable failure) {
    String number = Handle.random(8);
    String reference = number.substring(0, 4) + "-" + number.substring(4);
    LOG.log(Level.ERROR, "failure " + reference, failure);
    return reference;
  }

  /** The key of the words for this status. */
  public String getKey() {
    int status = status();
    return "error." + (WORDED.contains(status) ? status : 500);
  }

  /** The key of its heading. */
  public String getTitleKey() {
    return getKey() + ".title";
  }

  /** The reference number in the address, after a partial request had failed. */
  public String getGiven() {
    String given = request.getParameter("reference");
    return given != null && given.matches("[0-9A-Z]{4}-[0-9A-Z]{4}") ? given : "";
  }

  /** The refusal's own sentence, where there is one. */
  public String getSentence() {
    return (String) request.getAttribute(SENTENCE);
  }

  /** The reference number; {@code null} unless it is a failure of ours. */
  public String getReference() {
    if (reference == null && "error.500".equals(getKey())) {
      Object logged = request.getAttribute(REFERENCE);
      Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
      reference =
          logged != null
              ? logged.toString()
              : log(
                  failure instanceof Throwable thrown
                      ? thrown
                      : new IllegalStateException("status " + status()));
    }
    return reference;
  }

  private int status() {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status instanceof Integer code ? code : 500;
  }
}
