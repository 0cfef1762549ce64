package org.javampi.river.resource;

import java.util.Map;
import java.util.function.Function;

/**
 * A class loader whose resources can be frozen in the middle of a call, although their program knows nothing of that. Each has
 * the classes of one program for itself.
 */
public interface FreezableClasses {
    /** Makes such loaders; found by {@link java.util.ServiceLoader} when the first resource needs one. */
    interface Provider {
        /**
         * The classes of a program.
         *
         * @param mainClass the class to begin with: a resource's, or one with a main method
         * @param original has the same classes as they are without this, and all that is not of the program
         * @param files class files, by the names of classes; null for those that nobody has
         * @return a class loader
         * @throws IllegalStateException when there is no file of the main class
         */
        FreezableClasses open(String mainClass, ClassLoader original, Function<String, byte[]> files);
    }

    /** The life of a resource of these classes, new or read from an image. */
    FreezableLife life(ResourceSite site);

    /** Has the same classes as they are without this. */
    ClassLoader original();

    /** The class files of the program, as they are without this, by name. */
    Map<String, byte[]> files();

    /** This as what it is. */
    default ClassLoader loader() {
        return (ClassLoader) this;
    }
}
