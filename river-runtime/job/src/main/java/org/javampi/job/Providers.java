package org.javampi.job;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The providers of a service on the class path: those that the launcher names, where it knows them
 * all, else those that {@link ServiceLoader} finds. That one opens each jar anew for each service,
 * which is a fifth of what a rank does before its program runs.
 */
public final class Providers {
    /**
     * System property: {@code service=provider,provider;service=provider}, in the order of the
     * class path. The launcher, which sets it, vouches that there are no others, of any service.
     */
    public static final String PROPERTY = "javampi.providers";

    private Providers() {}

    /**
     * A new instance of each provider of {@code service} that {@code loader} sees, in the order of
     * the class path.
     *
     * @throws IllegalStateException when a provider that {@link #PROPERTY} names cannot be made
     * @throws java.util.ServiceConfigurationError when one that was found cannot
     */
    public static <S> List<S> of(Class<S> service, ClassLoader loader) {
        List<S> providers = new ArrayList<>();
        String known = System.getProperty(PROPERTY);
        if (known == null) {
            ServiceLoader.load(service, loader).forEach(providers::add);
            return providers;
        }
        for (String line : known.split(";")) {
            if (line.startsWith(service.getName() + "=")) {
                for (String name :
                        line.substring(service.getName().length() + 1).split(",")) {
                    providers.add(make(service, name, loader));
                }
            }
        }
        return providers;
    }

    private static <S> S make(Class<S> service, String name, ClassLoader loader) {
        try {
            return service.cast(
                    Class.forName(name, true, loader).getConstructor().newInstance());
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException(
                    name + ", which -D" + PROPERTY + " names for " + service.getName() + ", cannot be made: " + e, e);
        }
    }
}
