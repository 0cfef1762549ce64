package org.javampi.river.nws.server;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.javampi.river.nws.wire.Dictionary;
import org.javampi.river.nws.wire.Digits;
import org.javampi.river.nws.wire.Option;
import org.javampi.river.nws.wire.ProtocolException;

/**
 * How a client and this server meet.
 *
 * <pre>
 *   X000            P000 + dictionary of offers; then R000 + wishes -> A000, or F000 and the end
 *   1112            2223: no options
 *   0000, 1111      2223: no options, and no cookies in replies
 * </pre>
 */
final class Handshake {
    private static final int WORD = 4;

    private final Map<String, String> offers = new LinkedHashMap<>();
    private boolean offered;
    private boolean cookies = true;
    private Map<String, String> wishes;

    /**
     * An unknown client.
     *
     * @param webPort of the pages; -1 without pages
     */
    Handshake(int webPort) {
        offers.put(Option.METADATA_TO_SERVER, "");
        offers.put(Option.METADATA_FROM_SERVER, "");
        offers.put(Option.TIME_LIMITS, "");
        if (webPort >= 0) {
            offers.put(Option.WEB_PORT, Integer.toString(webPort));
        }
    }

    /** Whether replies have a cookie. */
    boolean hasCookies() {
        return cookies;
    }

    /** Whether the client has asked for it. */
    boolean isAgreed(String option) {
        return wishes.containsKey(option);
    }

    /**
     * Goes on with what has come.
     *
     * @param answers takes the bytes to send, as chars
     * @return whether client and server have agreed
     * @throws ProtocolException when they cannot; what is to be sent before the end has been given to {@code answers}
     */
    boolean isDone(ByteBuffer in, Consumer<String> answers) throws ProtocolException {
        if (!offered) {
            if (in.remaining() < WORD) {
                return false;
            }
            String word = word(in);
            switch (word) {
                case "X000" -> {
                    offered = true;
                    answers.accept("P000" + Dictionary.of(offers));
                }
                case "1112", "1111", "0000" -> {
                    cookies = word.equals("1112");
                    wishes = Map.of();
                    answers.accept("2223");
                    return true;
                }
                default -> throw new ProtocolException("'" + word + "' is no client of workspaces");
            }
        }
        int start = in.position();
        if (in.remaining() < WORD) {
            return false;
        }
        String word = word(in);
        if (!word.equals("R000")) {
            throw new ProtocolException("'" + word + "' came after the offers, not R000");
        }
        wishes = Dictionary.tryRead(in);
        if (wishes == null) {
            in.position(start);
            return false;
        }
        for (Map.Entry<String, String> wish : wishes.entrySet()) {
            String offer = offers.get(wish.getKey());
            if (offer == null || !offer.isEmpty() && !offer.equals(wish.getValue())) {
                answers.accept("F000");
                throw new ProtocolException("option " + wish.getKey() + "=" + wish.getValue() + " is not offered");
            }
        }
        answers.accept("A000");
        return true;
    }

    private static String word(ByteBuffer in) {
        byte[] bytes = new byte[WORD];
        in.get(bytes);
        return Digits.printable(bytes);
    }
}
