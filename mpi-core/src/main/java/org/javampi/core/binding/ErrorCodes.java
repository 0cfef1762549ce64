package org.javampi.core.binding;

import org.javampi.MPI;

/**
 * Error codes: the class in the low byte, above it a number that leads to the text of the very
 * error. The texts of the latest errors are kept; an older code still gives its class and the
 * class's text. Thread-safe.
 */
final class ErrorCodes {
    private static final int CLASS_BITS = 8;
    private static final int CLASS_MASK = (1 << CLASS_BITS) - 1;
    private static final int KEPT = 512;
    private static final int LARGEST_NUMBER = MPI.MPI_ERR_LASTCODE >> CLASS_BITS;

    private static final String[] CLASS_TEXTS = {
        "no error",
        "invalid buffer",
        "invalid count",
        "invalid datatype",
        "invalid tag",
        "invalid communicator",
        "invalid rank",
        "invalid request",
        "invalid root",
        "invalid group",
        "invalid reduction operation",
        "invalid topology",
        "invalid dimension",
        "invalid argument",
        "unknown error",
        "message longer than the receive buffer",
        "other error; its code's own text tells which",
        "internal error of javampi",
        "the request has neither failed nor completed",
        "the error is in the status"
    };

    private final String[] texts = new String[KEPT];
    private final int[] codes = new int[KEPT];
    private int last;

    /** The code of a new error. */
    synchronized int register(int errorClass, String text) {
        if (errorClass == MPI.MPI_ERR_IN_STATUS || errorClass == MPI.MPI_ERR_PENDING) {
            return errorClass;
        }
        last = last == LARGEST_NUMBER ? 1 : last + 1;
        int code = last << CLASS_BITS | errorClass;
        codes[last % KEPT] = code;
        texts[last % KEPT] = text;
        return code;
    }

    /** Whether {@code code} is one that MPI returns. */
    static boolean isValid(int code) {
        return code >= 0 && code <= MPI.MPI_ERR_LASTCODE && classOf(code) < CLASS_TEXTS.length;
    }

    static int classOf(int code) {
        return code & CLASS_MASK;
    }

    /** What a valid code means, cut to MPI_MAX_ERROR_STRING characters. */
    synchronized String text(int code) {
        int slot = (code >>> CLASS_BITS) % KEPT;
        String text = code > CLASS_MASK && codes[slot] == code ? texts[slot] : CLASS_TEXTS[classOf(code)];
        return text.length() <= MPI.MPI_MAX_ERROR_STRING ? text : text.substring(0, MPI.MPI_MAX_ERROR_STRING);
    }
}
