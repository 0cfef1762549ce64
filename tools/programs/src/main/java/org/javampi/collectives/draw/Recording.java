package org.javampi.collectives.draw;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Collective;

/** An algorithm whose steps at one rank are written down while it runs. */
final class Recording {
    /** What a rank does at a time. */
    enum Kind {
        SEND,
        RECEIVE,
        EXCHANGE,
        START_SEND,
        START_RECEIVE,
        COMPLETE
    }

    /**
     * One step.
     *
     * @param dest whom it sends to, or -1
     * @param source whom it receives from, or -1
     */
    record Step(Kind kind, int dest, int source) {}

    private final List<Step> steps = new ArrayList<>();

    List<Step> steps() {
        return steps;
    }

    /** The same algorithm with its channel watched. */
    Algorithm of(Algorithm algorithm) {
        Class<?> kind = Collective.of(algorithm).kind();
        return (Algorithm)
                Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> {
                    if (method.getName().equals("run")) {
                        arguments[0] = watched((Channel) arguments[0]);
                    }
                    return pass(method, algorithm, arguments);
                });
    }

    private Channel watched(Channel channel) {
        return (Channel) Proxy.newProxyInstance(
                Channel.class.getClassLoader(), new Class<?>[] {Channel.class}, (proxy, method, arguments) -> {
                    note(method.getName(), arguments);
                    return pass(method, channel, arguments);
                });
    }

    private void note(String method, Object[] a) {
        switch (method) {
            case "send" -> steps.add(new Step(Kind.SEND, (Integer) a[1], -1));
            case "receive" -> steps.add(new Step(Kind.RECEIVE, -1, (Integer) a[1]));
            case "exchange" -> steps.add(new Step(Kind.EXCHANGE, (Integer) a[1], (Integer) a[3]));
            case "startSend" -> steps.add(new Step(Kind.START_SEND, (Integer) a[1], -1));
            case "startReceive" -> steps.add(new Step(Kind.START_RECEIVE, -1, (Integer) a[1]));
            case "completeAll" -> steps.add(new Step(Kind.COMPLETE, -1, -1));
            case "onHost", "betweenHosts" ->
                throw new IllegalArgumentException("its ranks talk in groups of a host, which is not drawn");
            default -> {
                // Nothing is exchanged.
            }
        }
    }

    private static Object pass(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
