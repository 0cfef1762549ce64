package org.javampi.job.vm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Three arguments (rank, ranks, device) that MPJ Express' launcher put before a program's own. Programs that skip them
 * by themselves need them here, too: {@code --mpj-args}.
 */
final class MpjArguments {
    private static final String WANTED = "javampi.mpj.args";

    /** What the constant pool of a class has that names MPJ Express' main class: tag, length, name. */
    private static final byte[] NAMES_DIALECT = "\1\0\7mpi/MPI".getBytes(StandardCharsets.ISO_8859_1);

    private MpjArguments() {}

    /** Those of a rank; none unless they are wanted. */
    static List<String> of(int rank, int ranks) {
        return Boolean.getBoolean(WANTED)
                ? List.of(Integer.toString(rank), Integer.toString(ranks), "multicore")
                : List.of();
    }

    /**
     * What to say of a program of that dialect whose {@code main} has asked for an argument that it was not given;
     * empty for others.
     *
     * @param thrown what has ended it
     * @param given number of arguments
     * @param loader of its classes
     */
    static String hint(Throwable thrown, int given, ClassLoader loader) {
        StackTraceElement[] stack = thrown.getStackTrace();
        boolean isOfMain = thrown instanceof ArrayIndexOutOfBoundsException
                && stack.length > 0
                && stack[0].getMethodName().equals("main")
                && String.valueOf(thrown.getMessage()).endsWith("length " + given);
        if (!isOfMain || Boolean.getBoolean(WANTED) || !namesDialect(stack[0].getClassName(), loader)) {
            return "";
        }
        return "\nMPJ Express put three arguments (rank, ranks, device) before a program's own, which this one may skip:"
                + " give the option --mpj-args";
    }

    private static boolean namesDialect(String type, ClassLoader loader) {
        try (InputStream file = loader.getResourceAsStream(type.replace('.', '/') + ".class")) {
            if (file == null) {
                return false;
            }
            byte[] bytes = file.readAllBytes();
            for (int at = 0; at + NAMES_DIALECT.length <= bytes.length; at++) {
                if (Arrays.equals(bytes, at, at + NAMES_DIALECT.length, NAMES_DIALECT, 0, NAMES_DIALECT.length)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // The hint is no more than that.
            return false;
        }
    }
}
