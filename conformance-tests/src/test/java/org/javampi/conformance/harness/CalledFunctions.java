package org.javampi.conformance.harness;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which MPI functions a test class calls, itself or through classes of the suite that it uses: read from the constants of
 * class files (JVMS §4.4), where each method that is called stands with its class.
 */
final class CalledFunctions {
    private static final String SUITE = "org/javampi/conformance/";
    private static final String FACADE = "org/javampi/MPI";
    private static final String PREFIX = "MPI_";

    private final Set<String> functions = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private CalledFunctions() {}

    /** Names such as {@code MPI_Send}. */
    static Set<String> of(Class<?> test) throws IOException {
        CalledFunctions called = new CalledFunctions();
        called.visit(test.getName().replace('.', '/'));
        while (!called.open.isEmpty()) {
            called.read(called.open.pop());
        }
        return called.functions;
    }

    /** Classes of the harness serve all tests: what they call says nothing of one. */
    private void visit(String name) {
        if (name.startsWith(SUITE) && !name.startsWith(SUITE + "harness/") && seen.add(name)) {
            open.push(name);
        }
    }

    private void read(String name) throws IOException {
        try (InputStream bytes = CalledFunctions.class.getResourceAsStream("/" + name + ".class");
                DataInputStream in = new DataInputStream(bytes)) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            String[] texts = new String[count];
            int[] names = new int[count];
            int[] classOf = new int[count];
            int[] methodOf = new int[count];
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts[i] = in.readUTF();
                    case 3, 4 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    case 7 -> names[i] = -in.readUnsignedShort();
                    case 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 9, 17, 18 -> in.skipNBytes(4);
                    case 10, 11 -> {
                        classOf[i] = in.readUnsignedShort();
                        methodOf[i] = in.readUnsignedShort();
                    }
                    case 12 -> {
                        names[i] = in.readUnsignedShort();
                        in.skipNBytes(2);
                    }
                    case 15 -> in.skipNBytes(3);
                    default -> throw new IOException(name + ": constant " + i + " has the unknown tag " + tag);
                }
            }
            for (int i = 1; i < count; i++) {
                if (names[i] < 0) {
                    visit(texts[-names[i]]);
                }
                if (classOf[i] != 0 && texts[-names[classOf[i]]].equals(FACADE)) {
                    String method = texts[names[methodOf[i]]];
                    if (method.startsWith(PREFIX)) {
                        functions.add(method);
                    }
                }
            }
        }
    }
}
