package org.javampi.river.rai;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import org.javampi.river.farm.ObjectBytes;

/**
 * What a call has thrown: the exception itself where it can travel, and its text and stack for where its class is not
 * known.
 */
record Thrown(byte[] itself, String text, StackTraceElement[] stack, String printed) implements Serializable {
    private static final long serialVersionUID = 1L;

    static Thrown of(Throwable thrown) {
        byte[] bytes;
        try {
            bytes = ObjectBytes.of(thrown, "the exception");
        } catch (IllegalArgumentException e) {
            // Its text says what it was.
            bytes = null;
        }
        StringWriter printed = new StringWriter();
        thrown.printStackTrace(new PrintWriter(printed, true));
        return new Thrown(bytes, thrown.toString(), thrown.getStackTrace(), printed.toString());
    }

    /** The exception as the caller gets it: its stack there, and below the one here. */
    Throwable here(ClassLoader classes) {
        StackTraceElement[] own = new Throwable().getStackTrace();
        if (itself != null) {
            try {
                Throwable thrown = (Throwable) ObjectBytes.read(itself, classes);
                StackTraceElement[] both = new StackTraceElement[stack.length + own.length];
                System.arraycopy(stack, 0, both, 0, stack.length);
                System.arraycopy(own, 0, both, stack.length, own.length);
                thrown.setStackTrace(both);
                return thrown;
            } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
                return unknown();
            }
        }
        return unknown();
    }

    private RemoteException unknown() {
        RemoteException there = new RemoteException(text);
        there.setStackTrace(stack);
        return new RemoteException(text, there);
    }
}
