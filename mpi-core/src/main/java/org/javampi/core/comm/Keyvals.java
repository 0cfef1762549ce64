package org.javampi.core.comm;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.MPI_Copy_function;
import org.javampi.MPI_Delete_function;

/**
 * The attribute keys of one rank. A freed key's number is not given out again while a value refers
 * to it.
 */
public final class Keyvals implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a TreeMap
    private final Map<Integer, Keyval> keyvals = new TreeMap<>();

    private int next;

    /** Keys from {@code firstNumber} on; smaller ones are predefined. */
    public Keyvals(int firstNumber) {
        next = firstNumber;
    }

    public synchronized Keyval create(MPI_Copy_function copy, MPI_Delete_function delete, Object extraState) {
        Keyval keyval = new Keyval(next++, copy, delete, extraState);
        keyvals.put(keyval.number(), keyval);
        return keyval;
    }

    /** A key of the runtime's own, which programs can put values for. */
    public synchronized Keyval reserve(int number, MPI_Copy_function copy, MPI_Delete_function delete) {
        Keyval keyval = new Keyval(number, copy, delete, null);
        keyvals.put(number, keyval);
        return keyval;
    }

    /** The key of that number, freed ones included while values refer to them, or null. */
    public synchronized Keyval find(int number) {
        return keyvals.get(number);
    }

    /** The program gives the key up; false when it has done so before. */
    public synchronized boolean free(Keyval keyval) {
        if (keyval.isFreed()) {
            return false;
        }
        keyval.markFreed();
        forgetIfUnused(keyval);
        return true;
    }

    /** A communicator has got (+1) or lost (-1) a value for the key. */
    public synchronized void countAttachment(Keyval keyval, int change) {
        keyval.countAttachment(change);
        forgetIfUnused(keyval);
    }

    private void forgetIfUnused(Keyval keyval) {
        if (keyval.isUnused()) {
            keyvals.remove(keyval.number());
        }
    }
}
