package org.javampi.core.binding;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;

/** Error classes and codes that a program has added, with their texts (MPI-4.1 §9.5). Thread-safe. */
final class UserErrorCodes implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Class of each code in use; a class is its own code. */
    @SuppressWarnings("serial") // a LinkedHashMap
    private final Map<Integer, Integer> classes = new LinkedHashMap<>();

    @SuppressWarnings("serial") // a LinkedHashMap
    private final Map<Integer, String> texts = new LinkedHashMap<>();

    private int last = MPI.MPI_ERR_LASTCODE;

    /** The largest class or code that there has been. */
    synchronized int last() {
        return last;
    }

    synchronized boolean has(int code) {
        return classes.containsKey(code);
    }

    synchronized boolean isClass(int number) {
        return classes.getOrDefault(number, 0) == number;
    }

    /** The class of a code, also of one that has been removed: then of errors that nobody knows. */
    synchronized int classOf(int code) {
        return classes.getOrDefault(code, MPI.MPI_ERR_UNKNOWN);
    }

    /** What the program has said of it; empty until it does. */
    synchronized String text(int code) {
        return texts.getOrDefault(code, "");
    }

    synchronized int addClass() {
        last++;
        classes.put(last, last);
        return last;
    }

    synchronized int addCode(int errorClass) {
        last++;
        classes.put(last, errorClass);
        return last;
    }

    synchronized void setText(int code, String text) {
        checkKnown(code);
        texts.put(code, text);
    }

    synchronized void removeText(int code) {
        checkKnown(code);
        if (texts.remove(code) == null) {
            throw new MpiFailure(MPI.MPI_ERR_ARG, "code " + code + " has no text: nothing to remove");
        }
    }

    synchronized void removeClass(int errorClass) {
        if (!isClass(errorClass)) {
            throw new MpiFailure(MPI.MPI_ERR_ARG, errorClass + " is no class that the program has added");
        }
        for (Map.Entry<Integer, Integer> code : classes.entrySet()) {
            if (code.getValue() == errorClass && code.getKey() != errorClass) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "class " + errorClass + " still has code " + code.getKey() + ": remove it first");
            }
        }
        remove(errorClass);
    }

    synchronized void removeCode(int code) {
        checkKnown(code);
        if (isClass(code)) {
            throw new MpiFailure(MPI.MPI_ERR_ARG, code + " is a class: MPI_Remove_error_class removes it");
        }
        remove(code);
    }

    private void remove(int code) {
        if (texts.containsKey(code)) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG, "code " + code + " still has a text: MPI_Remove_error_string removes it");
        }
        classes.remove(code);
    }

    private void checkKnown(int code) {
        if (!has(code)) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "code " + code + " is none that the program has added"
                            + (code <= MPI.MPI_ERR_LASTCODE ? ": texts of predefined codes stay" : ""));
        }
    }
}
