package org.jejak.web.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import org.jejak.base.Refusal;
import org.jejak.web.ErrorPage;
import org.jejak.web.Language;

/**
 * The one place where pages answer exceptions.
 *
 * <p>A refusal of what was sent becomes a sentence on the same page, with everything typed still
 * there. A refusal of the page itself becomes an error page. A form that was open for too long is
 * shown again with what was typed. Anything else is a failure of ours: a reference number on the
 * page, the cause in the log under the same number.
 */
public class RefusalHandler extends ExceptionHandlerWrapper {
  public RefusalHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    Iterator<ExceptionQueuedEvent> queue = getUnhandledExceptionQueuedEvents().iterator();
    FacesContext context = FacesContext.getCurrentInstance();
    boolean answered = false;
    while (queue.hasNext()) {
      ExceptionQueuedEvent event = queue.next();
      queue.remove();
      if (!answered) {
        try {
          answer(context, event.getContext().getException(), event.getContext().getPhaseId());
        } catch (IOException gone) {
          throw new FacesException(gone);
        }
        answered = true;
      }
    }
  }

  private static void answer(FacesContext context, Throwable thrown, PhaseId phase)
      throws IOException {
    Refusal refusal = refusal(thrown);
    if (refusal != null) {
      boolean onThePage =
          context.isPostback() && context.getViewRoot() != null && phase != PhaseId.RENDER_RESPONSE;
      if (onThePage) {
        show(context, refusal);
      } else {
        leave(context, refusal);
      }
    } else if (thrown instanceof ViewExpiredException expired) {
      revive(context, expired.getViewId());
    } else {
      fail(context, thrown);
    }
  }

  /** The refusal inside, also where a container has wrapped it. */
  private static Refusal refusal(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
      if (cause instanceof OptimisticLockException) {
        return new Refusal(Refusal.Kind.STALE, "stale", "somebody else was faster");
      }
      if (cause instanceof ConstraintViolationException shape) {
        return ofShape(shape);
      }
      if (cause.getCause() == cause) {
        return null;
      }
    }
    return null;
  }

  /**
   * What a page let through and the command's own shape did not: its sentence, where it has one.
   */
  private static Refusal ofShape(ConstraintViolationException shape) {
    String key =
        shape.getConstraintViolations().stream()
            .map(ConstraintViolation::getMessageTemplate)
            .filter(template -> template.startsWith("refusal."))
            .map(template -> template.substring("refusal.".length()))
            .findFirst()
            .orElse("shape");
    return Refusal.invalid(key, "a value does not have the demanded shape");
  }

  private static void show(FacesContext context, Refusal refusal) {
    String sentence = Bundle.words().refusal(refusal);
    FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null);
    context.addMessage(fieldAbout(context, refusal.key()), message);
    context.validationFailed();
    if (context.getPartialViewContext().isAjaxRequest()) {
      updateErrors(context);
    } else {
      context.getExternalContext().setResponseStatus(status(refusal));
    }
    context.renderResponse();
  }

  private static String fieldAbout(FacesContext context, String key) {
    AtomicReference<String> id = new AtomicReference<>();
    context
        .getViewRoot()
        .visitTree(
            VisitContext.createVisitContext(context),
            (visit, component) -> {
              if (component instanceof Field field && field.isAbout(key)) {
                UIComponent control = field.control();
                id.set((control == null ? field : control).getClientId(context));
                return VisitResult.COMPLETE;
              }
              return VisitResult.ACCEPT;
            });
    return id.get();
  }

  /** A partial answer shows the sentences too, whatever the page had asked to be updated. */
  private static void updateErrors(FacesContext context) {
    context
        .getViewRoot()
        .visitTree(
            VisitContext.createVisitContext(context),
            (visit, component) -> {
              if (component instanceof Errors || component instanceof Field) {
                String id = component.getClientId(context);
                if (component instanceof Errors) {
                  context.getPartialViewContext().getRenderIds().add(id);
                }
                return VisitResult.REJECT;
              }
              return VisitResult.ACCEPT;
            });
  }

  private static void leave(FacesContext context, Refusal refusal) throws IOException {
    ExternalContext external = context.getExternalContext();
    if (refusal.kind() != Refusal.Kind.UNKNOWN) {
      external.getRequestMap().put(ErrorPage.SENTENCE, Bundle.words().refusal(refusal));
    }
    send(context, status(refusal));
  }

  private static void fail(FacesContext context, Throwable thrown) throws IOException {
    String reference = ErrorPage.log(thrown);
    context.getExternalContext().getRequestMap().put(ErrorPage.REFERENCE, reference);
    send(context, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
  }

  private static void send(FacesContext context, int status) throws IOException {
    ExternalContext external = context.getExternalContext();
    if (context.getPartialViewContext().isAjaxRequest()) {
      // A script cannot show our error page: the browser asks again and gets it.
      Object reference = external.getRequestMap().get(ErrorPage.REFERENCE);
      String again =
          reference == null
              ? here()
              : external.getRequestContextPath() + "/problem?reference=" + reference;
      external.redirect(again);
    } else if (!external.isResponseCommitted()) {
      external.responseReset();
      external.responseSendError(status, null);
    }
    context.responseComplete();
  }

  private static String here() {
    return CDI.current().select(Language.class).get().path();
  }

  /**
   * Builds the page anew and lets it read what was sent, so that nothing typed is lost; nothing is
   * carried out, because the person has not seen the state it would now meet.
   */
  private static void revive(FacesContext context, String viewId) throws IOException {
    UIViewRoot root = context.getApplication().getViewHandler().createView(context, viewId);
    context.setViewRoot(root);
    context
        .getApplication()
        .getViewHandler()
        .getViewDeclarationLanguage(context, viewId)
        .buildView(context, root);
    root.processDecodes(context);
    root.getViewMap(true);
    context.addMessage(
        null, new FacesMessage(FacesMessage.SEVERITY_ERROR, Bundle.of("refusal.expired"), null));
    if (context.getPartialViewContext().isAjaxRequest()) {
      context.getPartialViewContext().setRenderAll(true);
    } else {
      context.getExternalContext().setResponseStatus(HttpServletResponse.SC_CONFLICT);
    }
    context.renderResponse();
  }

  private static int status(Refusal refusal) {
    return switch (refusal.kind()) {
      case RULE, STALE -> 409;
      case UNKNOWN -> 404;
      case FORBIDDEN -> 403;
      case INVALID -> 422;
      case LATER -> 429;
      case CLOSED -> 503;
    };
  }
}
