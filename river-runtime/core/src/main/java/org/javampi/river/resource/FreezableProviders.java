package org.javampi.river.resource;

import java.util.ServiceLoader;
import java.util.function.Function;

/** Finds what makes resources freezable in the middle of a call. */
final class FreezableProviders {
    private FreezableProviders() {}

    /**
     * Classes that are there, or can be had from the VM that deploys, in a form in which they can be frozen.
     *
     * @throws IllegalStateException when this VM has no provider of such
     */
    static FreezableClasses open(String mainClass, ClassLoader original) {
        return open(mainClass, original, name -> fileOf(original, name));
    }

    /** As {@link #open(String, ClassLoader)}, of a resource whose program has come with its image. */
    static FreezableClasses open(ResourceImage image) {
        ShippedLoader original = new ShippedLoader(image::fileOf);
        return open(image.className(), original, name -> {
            byte[] own = image.fileOf(name);
            return own != null ? own : fileOf(original, name);
        });
    }

    private static FreezableClasses open(String mainClass, ClassLoader original, Function<String, byte[]> files) {
        return ServiceLoader.load(FreezableClasses.Provider.class, River.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "this VM cannot freeze resources in the middle of a call, since its class path has no river-freezing:"
                                + " start it by 'river vm' of a complete distribution"))
                .open(mainClass, original, files);
    }

    private static byte[] fileOf(ClassLoader loader, String name) {
        try {
            return ClassShelf.fileOf(loader, name);
        } catch (ClassNotFoundException e) {
            // The VM that has it is gone: as if it had none.
            return null;
        }
    }
}
