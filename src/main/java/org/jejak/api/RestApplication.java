package org.jejak.api;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.stream.Collectors;

/** All resources and providers below this package that are beans, and nothing from elsewhere. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    BeanManager beans = CDI.current().getBeanManager();
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(bean -> bean.getBeanClass())
        .filter(type -> type.getPackageName().startsWith(RestApplication.class.getPackageName()))
        .filter(
            type ->
                type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class))
        .collect(Collectors.toUnmodifiableSet());
  }
}
