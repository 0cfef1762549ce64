package org.javampi.core.datatype;

/** Receives basic elements of a type in message order. */
@FunctionalInterface
public interface ElementVisitor {
    /** The next element. */
    void element(ElementKind kind);
}
