package org.javampi.core.binding;

import org.javampi.Attachment;
import org.javampi.Binding;

/** The copy of the facade that a rank's own class loader has defined. */
public final class FacadeCopy {
    private FacadeCopy() {}

    /**
     * Attaches a rank's binding to its copy, under the tools that its loader finds.
     *
     * @throws ReflectiveOperationException if the loader has no facade, or the facade refuses
     */
    public static void attach(Binding binding, ClassLoader loader) throws ReflectiveOperationException {
        loader.loadClass(Attachment.class.getName())
                .getMethod("attach", Binding.class, ClassLoader.class)
                .invoke(null, binding, loader);
    }
}
