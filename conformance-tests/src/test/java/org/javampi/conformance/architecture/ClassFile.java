package org.javampi.conformance.architecture;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The text constants of a class file: every type that it uses is named in one of them (JVMS §4.4).
 */
final class ClassFile {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int METHOD_HANDLE = 15;

    private ClassFile() {}

    static List<String> utf8Constants(Path file) throws IOException {
        List<String> constants = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case UTF8 -> constants.add(in.readUTF());
                    case LONG, DOUBLE -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case METHOD_HANDLE -> in.skipNBytes(3);
                    default -> in.skipNBytes(4);
                }
            }
        }
        return constants;
    }
}
