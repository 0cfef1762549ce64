package org.javampi.river.trust;

/**
 * The hash function SHA-256 (FIPS 180-4 §6.2) over one text. The JDK's is faster per byte, but to
 * find it among the security providers takes longer than all else that a VM does to join its job.
 */
final class Sha256 {
    /** Bytes of a hash. */
    static final int BYTES = 32;

    /** Bytes that are taken in at a time. */
    static final int BLOCK_BYTES = 64;

    private static final int ROUNDS = 64;
    private static final int LENGTH_BYTES = 8;

    /** First bits of the fractions of the cube roots of the first 64 primes (§4.2.2). */
    private static final int[] K = fractions(3, ROUNDS);

    /** First bits of the fractions of the square roots of the first 8 primes (§5.3.3). */
    private static final int[] START = fractions(2, BYTES / Integer.BYTES);

    private Sha256() {}

    /** The hash of the parts, one after the other. */
    static byte[] hash(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        int blocks = (length + 1 + LENGTH_BYTES + BLOCK_BYTES - 1) / BLOCK_BYTES;
        byte[] text = new byte[blocks * BLOCK_BYTES];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, text, at, part.length);
            at += part.length;
        }
        text[at] = (byte) 0x80;
        long bits = 8L * length;
        for (int i = 1; i <= LENGTH_BYTES; i++) {
            text[text.length - i] = (byte) bits;
            bits >>>= 8;
        }
        int[] state = START.clone();
        int[] schedule = new int[ROUNDS];
        for (int block = 0; block < text.length; block += BLOCK_BYTES) {
            mix(state, schedule, text, block);
        }
        byte[] hash = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            hash[i] = (byte) (state[i / 4] >>> 24 - i % 4 * 8);
        }
        return hash;
    }

    private static void mix(int[] state, int[] w, byte[] text, int block) {
        for (int t = 0; t < 16; t++) {
            int at = block + 4 * t;
            w[t] = text[at] << 24 | (text[at + 1] & 0xff) << 16 | (text[at + 2] & 0xff) << 8 | text[at + 3] & 0xff;
        }
        for (int t = 16; t < ROUNDS; t++) {
            int early = w[t - 15];
            int late = w[t - 2];
            w[t] = (right(late, 17) ^ right(late, 19) ^ late >>> 10)
                    + w[t - 7]
                    + (right(early, 7) ^ right(early, 18) ^ early >>> 3)
                    + w[t - 16];
        }
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int t = 0; t < ROUNDS; t++) {
            int one = h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + (e & f ^ ~e & g) + K[t] + w[t];
            int two = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + (a & b ^ a & c ^ b & c);
            h = g;
            g = f;
            f = e;
            e = d + one;
            d = c;
            c = b;
            b = a;
            a = one + two;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static int right(int word, int bits) {
        return word >>> bits | word << Integer.SIZE - bits;
    }

    /** 32 bits behind the point of the {@code power}-th roots of the first primes. */
    private static int[] fractions(int power, int count) {
        int[] bits = new int[count];
        int prime = 2;
        for (int i = 0; i < count; i++) {
            // 53 bits of a double hold 3 before the point and 32 behind it exactly enough: the
            // tests compare all of them with the JDK's hashes.
            double root = power == 2 ? Math.sqrt(prime) : Math.cbrt(prime);
            bits[i] = (int) (long) ((root - Math.floor(root)) * (1L << Integer.SIZE));
            prime = after(prime);
        }
        return bits;
    }

    private static int after(int prime) {
        for (int next = prime + 1; ; next++) {
            int divisor = 2;
            while (divisor * divisor <= next && next % divisor != 0) {
                divisor++;
            }
            if (divisor * divisor > next) {
                return next;
            }
        }
    }
}
