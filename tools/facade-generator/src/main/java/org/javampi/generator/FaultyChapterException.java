package org.javampi.generator;

import javax.lang.model.element.Element;

/** A chapter that says something the generator cannot follow; becomes the compiler's error at that method. */
final class FaultyChapterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Element element;

    FaultyChapterException(Element element, String message) {
        super(message);
        this.element = element;
    }

    Element element() {
        return element;
    }
}
