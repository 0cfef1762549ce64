package org.javampi.river.nws.space;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Names on the wire are bytes: inside the server a text whose chars are these bytes. */
public final class Names {
    private Names() {}

    /** A name as people read it. */
    public static String shown(String name) {
        return new String(name.getBytes(ISO_8859_1), UTF_8);
    }

    /** A name that people have typed. */
    public static String typed(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
