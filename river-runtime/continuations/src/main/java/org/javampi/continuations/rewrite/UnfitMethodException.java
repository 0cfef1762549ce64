package org.javampi.continuations.rewrite;

/** A method that cannot be rewritten. */
final class UnfitMethodException extends Exception {
    private static final long serialVersionUID = 1;

    private final String remedy;

    UnfitMethodException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
