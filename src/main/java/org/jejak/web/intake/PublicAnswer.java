package org.jejak.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import org.jejak.base.Refusal;

/** The status of the answer of a page that handles plain forms itself. */
@RequestScoped
class PublicAnswer {
  static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;

  void status(int status) {
    FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
  }

  void refuse(Refusal no) {
    status(
        switch (no.kind()) {
          case RULE, STALE -> 409;
          case UNKNOWN -> 404;
          case FORBIDDEN -> 403;
          case INVALID -> UNPROCESSABLE;
          case LATER -> TOO_MANY;
          case CLOSED -> 503;
        });
  }
}
