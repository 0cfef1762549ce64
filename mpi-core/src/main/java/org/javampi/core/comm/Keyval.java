package org.javampi.core.comm;

import java.io.Serializable;
import org.javampi.MPI_Copy_function;
import org.javampi.MPI_Delete_function;

/**
 * What an attribute key stands for. It lives as long as the program holds the key or a communicator
 * holds a value: then its number may name another.
 */
public final class Keyval implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int number;
    private final MPI_Copy_function copy;
    private final MPI_Delete_function delete;

    @SuppressWarnings("serial") // the program's: must be, and is told so otherwise
    private final Object extraState;

    private int attachments;
    private boolean freed;

    Keyval(int number, MPI_Copy_function copy, MPI_Delete_function delete, Object extraState) {
        this.number = number;
        this.copy = copy;
        this.delete = delete;
        this.extraState = extraState;
    }

    public int number() {
        return number;
    }

    public MPI_Copy_function copy() {
        return copy;
    }

    public MPI_Delete_function delete() {
        return delete;
    }

    public Object extraState() {
        return extraState;
    }

    boolean isUnused() {
        return freed && attachments == 0;
    }

    void markFreed() {
        freed = true;
    }

    boolean isFreed() {
        return freed;
    }

    void countAttachment(int change) {
        attachments += change;
    }
}
