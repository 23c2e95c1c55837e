package org.jejak.web.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A form that is shown again because of what was typed is answered 422, as REST and the public form
 * answer it: Faces alone would say 200. A refusal has set its own status before.
 */
public class FormStatus implements PhaseListener {
  private static final long serialVersionUID = 1L;
  private static final int UNPROCESSABLE = 422;

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RENDER_RESPONSE;
  }

  @Override
  public void beforePhase(PhaseEvent event) {
    FacesContext faces = event.getFacesContext();
    if (faces.isPostback()
        && faces.isValidationFailed()
        && !faces.getPartialViewContext().isAjaxRequest()
        && faces.getExternalContext().getResponse() instanceof HttpServletResponse response
        && response.getStatus() == HttpServletResponse.SC_OK) {
      response.setStatus(UNPROCESSABLE);
    }
  }
}
