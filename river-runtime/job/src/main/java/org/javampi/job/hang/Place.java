package org.javampi.job.hang;

import java.io.DataOutputStream;
import java.io.IOException;
import org.javampi.job.control.Message;

/**
 * A line of a program.
 *
 * @param method class and method, without the package: {@code Heat.solve}
 * @param file source file; empty when the class does not name it
 * @param line 0 when the class does not tell it
 */
public record Place(String method, String file, int line) {
    /** What is known of a thread that runs no code of the program. */
    public static final Place UNKNOWN = new Place("", "", 0);

    static Place of(StackTraceElement frame) {
        String type = frame.getClassName();
        String name = type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName();
        return new Place(
                name, frame.getFileName() == null ? "" : frame.getFileName(), Math.max(0, frame.getLineNumber()));
    }

    boolean isKnown() {
        return !method.isEmpty();
    }

    /** File and line: {@code Heat.java:87}. */
    String atLine() {
        return file.isEmpty() ? method : line == 0 ? file : file + ":" + line;
    }

    /** Method, file and line: {@code Heat.solve (Heat.java:87)}. */
    String whole() {
        return file.isEmpty() ? method : method + " (" + atLine() + ")";
    }

    void write(DataOutputStream out) throws IOException {
        Message.writeString(out, method);
        Message.writeString(out, file);
        out.writeInt(line);
    }

    static Place read(Message in) throws IOException {
        return new Place(in.readString(), in.readString(), in.readInt());
    }
}
