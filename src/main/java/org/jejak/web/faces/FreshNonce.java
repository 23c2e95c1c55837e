package org.jejak.web.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Map;
import org.primefaces.context.PrimeFacesContext;

/**
 * A page that is sent whole gets a nonce of its own, also after a form.
 *
 * <p>PrimeFaces takes the old one from a hidden field that its script adds; a form without that
 * script (no widget on the page, or no script at all) would be refused. A partial answer keeps the
 * nonce of the page it belongs to, as PrimeFaces does it.
 */
public class FreshNonce implements PhaseListener {
  private static final long serialVersionUID = 1L;
  private static final String NONCE = "primefaces.nonce";

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.ANY_PHASE;
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    FacesContext faces = event.getFacesContext();
    if (event.getPhaseId() == PhaseId.RESTORE_VIEW
        && isWhole(faces)
        && !faces.getExternalContext().getRequestParameterMap().containsKey(NONCE)) {
      Map<String, Object> view = faces.getViewRoot().getViewMap(false);
      if (view != null) {
        view.remove(NONCE);
      }
    }
  }

  @Override
  public void beforePhase(PhaseEvent event) {
    FacesContext faces = event.getFacesContext();
    if (event.getPhaseId() == PhaseId.RENDER_RESPONSE && isWhole(faces)) {
      Map<String, Object> view = faces.getViewRoot().getViewMap();
      if (!view.containsKey(NONCE)) {
        String fresh = PrimeFacesContext.getCspState(faces).getNonce();
        view.put(NONCE, fresh);
      }
    }
  }

  private static boolean isWhole(FacesContext faces) {
    return faces.isPostback()
        && !faces.getPartialViewContext().isAjaxRequest()
        && faces.getViewRoot() != null
        && !faces.getViewRoot().isTransient();
  }
}
