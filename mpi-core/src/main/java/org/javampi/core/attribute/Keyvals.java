package org.javampi.core.attribute;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.MPI_Comm_copy_attr_function;
import org.javampi.MPI_Comm_delete_attr_function;
import org.javampi.MPI_Type_copy_attr_function;
import org.javampi.MPI_Type_delete_attr_function;

/**
 * The attribute keys of one rank. A freed key's number is not given out again while a value refers
 * to it.
 */
public final class Keyvals implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a TreeMap
    private final Map<Integer, Keyval<?>> keyvals = new TreeMap<>();

    private int next;

    /** Keys from {@code firstNumber} on; smaller ones are predefined. */
    public Keyvals(int firstNumber) {
        next = firstNumber;
    }

    /** A new key for communicators. */
    public synchronized CommunicatorKeyval createForCommunicators(
            MPI_Comm_copy_attr_function copy, MPI_Comm_delete_attr_function delete, Object extraState) {
        CommunicatorKeyval keyval = new CommunicatorKeyval(next++, copy, delete, extraState);
        keyvals.put(keyval.number(), keyval);
        return keyval;
    }

    /** A new key for datatypes. */
    public synchronized DatatypeKeyval createForDatatypes(
            MPI_Type_copy_attr_function copy, MPI_Type_delete_attr_function delete, Object extraState) {
        DatatypeKeyval keyval = new DatatypeKeyval(next++, copy, delete, extraState);
        keyvals.put(keyval.number(), keyval);
        return keyval;
    }

    /** A key of the runtime's own, which programs can put values for. */
    public synchronized CommunicatorKeyval reserve(
            int number, MPI_Comm_copy_attr_function copy, MPI_Comm_delete_attr_function delete) {
        CommunicatorKeyval keyval = new CommunicatorKeyval(number, copy, delete, null);
        keyvals.put(number, keyval);
        return keyval;
    }

    /** The key of that number, freed ones included while values refer to them, or null. */
    public synchronized Keyval<?> find(int number) {
        return keyvals.get(number);
    }

    /** The program gives the key up; false when it has done so before. */
    public synchronized boolean free(Keyval<?> keyval) {
        if (keyval.isFreed()) {
            return false;
        }
        keyval.markFreed();
        forgetIfUnused(keyval);
        return true;
    }

    /** An object has got (+1) or lost (-1) a value for the key. */
    synchronized void countAttachment(Keyval<?> keyval, int change) {
        keyval.countAttachment(change);
        forgetIfUnused(keyval);
    }

    private void forgetIfUnused(Keyval<?> keyval) {
        if (keyval.isUnused()) {
            keyvals.remove(keyval.number());
        }
    }
}
