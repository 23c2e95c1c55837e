package org.jejak.web.faces;

import jakarta.el.ELContext;
import jakarta.el.ValueExpression;
import jakarta.el.VariableMapper;
import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * {@code j:own} around the content of a tag file: only what this tag was given counts.
 *
 * <p>Facelets hands the attributes of a tag on to every tag inside it, so that a card with a title
 * would give that title to each notice it holds. Here an attribute that a tag further out has
 * claimed already is hidden.
 */
public class Own extends TagHandler {
  private static final String CLAIMED = Own.class.getName();

  private final TagAttribute names;

  public Own(TagConfig config) {
    super(config);
    names = getRequiredAttribute("names");
  }

  @Override
  public void apply(FaceletContext context, UIComponent parent) throws IOException {
    VariableMapper given = context.getVariableMapper();
    Set<ValueExpression> outer = claimed(context);
    Set<ValueExpression> claimed = Collections.newSetFromMap(new IdentityHashMap<>());
    claimed.addAll(outer);
    Mapper mapper = new Mapper(given);
    for (String name : names.getValue(context).split(" ", -1)) {
      ValueExpression value = given.resolveVariable(name);
      if (value == null || outer.contains(value)) {
        mapper.own.put(name, nothing(context, context.getExpressionFactory()));
      } else {
        claimed.add(value);
      }
    }
    context.setVariableMapper(mapper);
    context.setAttribute(CLAIMED, claimed);
    try {
      nextHandler.apply(context, parent);
    } finally {
      context.setVariableMapper(given);
      context.setAttribute(CLAIMED, outer);
    }
  }

  private static ValueExpression nothing(
      ELContext context, jakarta.el.ExpressionFactory expressions) {
    return expressions.createValueExpression(context, "#{null}", Object.class);
  }

  @SuppressWarnings("unchecked")
  private static Set<ValueExpression> claimed(FaceletContext context) {
    Object claimed = context.getAttribute(CLAIMED);
    return claimed == null ? Set.of() : (Set<ValueExpression>) claimed;
  }

  private static final class Mapper extends VariableMapper {
    private final VariableMapper outer;
    private final Map<String, ValueExpression> own = new HashMap<>();

    Mapper(VariableMapper outer) {
      this.outer = outer;
    }

    @Override
    public ValueExpression resolveVariable(String variable) {
      ValueExpression value = own.get(variable);
      return value == null ? outer.resolveVariable(variable) : value;
    }

    @Override
    public ValueExpression setVariable(String variable, ValueExpression expression) {
      return own.put(variable, expression);
    }
  }
}
