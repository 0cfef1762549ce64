package org.javampi.collectives.tune;

/** Numbers of bytes as rules write them. */
final class Bytes {
    private static final String[] UNITS = {"", "k", "m", "g"};

    private Bytes() {}

    /** With the largest unit that leaves no rest. */
    static String text(long bytes) {
        int unit = 0;
        long number = bytes;
        while (unit < UNITS.length - 1 && number != 0 && number % 1024 == 0) {
            number /= 1024;
            unit++;
        }
        return number + UNITS[unit];
    }
}
