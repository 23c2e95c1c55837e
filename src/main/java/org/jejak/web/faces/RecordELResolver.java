package org.jejak.web.faces;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

// EL 5 knows no records; EL 6 has a RecordELResolver, delete this then.
/** Reads the components of records in expressions: {@code #{row.number}}. */
public class RecordELResolver extends ELResolver {
  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    Method accessor = accessor(base, property);
    if (accessor == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    try {
      return accessor.invoke(base);
    } catch (IllegalAccessException hidden) {
      throw new ELException(base.getClass() + " is not public", hidden);
    } catch (InvocationTargetException failed) {
      throw new ELException(failed.getCause());
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    Method accessor = accessor(base, property);
    if (accessor == null) {
      return null;
    }
    context.setPropertyResolved(true);
    return accessor.getReturnType();
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (accessor(base, property) != null) {
      throw new PropertyNotWritableException(property + " of a record");
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    boolean ours = accessor(base, property) != null;
    context.setPropertyResolved(ours);
    return ours;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return base instanceof Record ? String.class : null;
  }

  /** The public method without parameters that has the property's name. */
  private static Method accessor(Object base, Object property) {
    if (!(base instanceof Record) || property == null) {
      return null;
    }
    for (Method method : base.getClass().getMethods()) {
      if (method.getName().equals(property.toString()) && method.getParameterCount() == 0) {
        return method;
      }
    }
    return null;
  }
}
