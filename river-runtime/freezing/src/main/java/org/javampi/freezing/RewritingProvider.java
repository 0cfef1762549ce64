package org.javampi.freezing;

import java.util.function.Function;
import org.javampi.river.resource.FreezableClasses;

/** Rewrites the classes of resources when they are loaded. */
public final class RewritingProvider implements FreezableClasses.Provider {
    /** For {@link java.util.ServiceLoader}. */
    public RewritingProvider() {}

    @Override
    public FreezableClasses open(String mainClass, ClassLoader original, Function<String, byte[]> files) {
        return new RewritingLoader(mainClass, original, files);
    }
}
