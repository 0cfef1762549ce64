package org.javampi.core.binding;

import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;

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
        "the error is in the status",
        "invalid attribute key",
        "invalid info object",
        "invalid key of an info object",
        "invalid value of an info object",
        "no such key in the info object",
        "unsupported data representation"
    };

    private final String[] texts = new String[KEPT];
    private final int[] codes = new int[KEPT];
    private int last;
    private volatile UserErrorCodes users = new UserErrorCodes();

    /** The code of a failure that is described by {@code text}. */
    int register(MpiFailure failure, String text) {
        return failure.errorCode() != 0 ? failure.errorCode() : register(failure.errorClass(), text);
    }

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

    /** A code of an earlier life, which is to have its text again. */
    synchronized void registerAgain(int code, String text) {
        if (code > CLASS_MASK && code <= MPI.MPI_ERR_LASTCODE) {
            int slot = (code >>> CLASS_BITS) % KEPT;
            codes[slot] = code;
            texts[slot] = text;
            last = Math.max(last, code >>> CLASS_BITS);
        }
    }

    /** The program's own classes and codes. */
    UserErrorCodes users() {
        return users;
    }

    /** Goes on with the classes and codes of another life. */
    void revive(UserErrorCodes earlier) {
        users = earlier;
    }

    /** Whether {@code code} is one that MPI returns, or one of the program's own. */
    boolean isValid(int code) {
        return isPredefined(code) || users.has(code);
    }

    private static boolean isPredefined(int code) {
        return code >= 0 && code <= MPI.MPI_ERR_LASTCODE && (code & CLASS_MASK) < CLASS_TEXTS.length;
    }

    int classOf(int code) {
        return code > MPI.MPI_ERR_LASTCODE ? users.classOf(code) : code & CLASS_MASK;
    }

    /** Whether {@code number} is an error class, predefined or the program's own. */
    boolean isClass(int number) {
        return number >= 0 && number < CLASS_TEXTS.length || users.isClass(number);
    }

    /** What a valid code means, cut to MPI_MAX_ERROR_STRING characters. */
    synchronized String text(int code) {
        if (code > MPI.MPI_ERR_LASTCODE) {
            return users.text(code);
        }
        int slot = (code >>> CLASS_BITS) % KEPT;
        String text = code > CLASS_MASK && codes[slot] == code ? texts[slot] : CLASS_TEXTS[code & CLASS_MASK];
        return text.length() <= MPI.MPI_MAX_ERROR_STRING ? text : text.substring(0, MPI.MPI_MAX_ERROR_STRING);
    }
}
