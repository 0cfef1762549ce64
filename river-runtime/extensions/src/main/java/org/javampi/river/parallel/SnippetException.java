package org.javampi.river.parallel;

import org.javampi.river.parallel.engine.SnippetOutcome;

/** What source has thrown at an engine, with the stack there; named as it was. */
public final class SnippetException extends EngineException {
    private static final long serialVersionUID = 1;

    SnippetException(SnippetOutcome outcome) {
        super(
                outcome.stopped()
                        ? "interrupted"
                        : outcome.exception() + (outcome.message() == null ? "" : ": " + outcome.message()));
        setStackTrace(outcome.stack());
    }
}
