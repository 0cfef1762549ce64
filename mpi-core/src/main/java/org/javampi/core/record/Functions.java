package org.javampi.core.record;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** All functions by their numbers. Immutable. */
final class Functions {
    private final Function[] all;
    private final String stamp;

    /** Of their declarations. */
    Functions(String[] declarations) {
        all = new Function[declarations.length];
        CRC32C sum = new CRC32C();
        for (int i = 0; i < all.length; i++) {
            all[i] = new Function(i, declarations[i]);
            sum.update(declarations[i].getBytes(StandardCharsets.UTF_8));
        }
        stamp = Long.toHexString(sum.getValue());
    }

    Function of(int number) {
        return all[number];
    }

    int count() {
        return all.length;
    }

    /** What distinguishes these functions with these numbers from others. */
    String stamp() {
        return stamp;
    }
}
