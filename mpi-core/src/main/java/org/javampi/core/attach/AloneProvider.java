package org.javampi.core.attach;

import org.javampi.Binding;
import org.javampi.BindingProvider;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.runtime.Alone;

/** Binds a program that was started without a launcher: a world of one. */
public final class AloneProvider implements BindingProvider {
    /** For {@link java.util.ServiceLoader}. */
    public AloneProvider() {}

    @Override
    public Binding create() {
        return new RankBinding(() -> new Alone(System.getenv()));
    }
}
