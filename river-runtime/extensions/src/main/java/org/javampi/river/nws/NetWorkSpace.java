package org.javampi.river.nws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.javampi.river.nws.ServerLink.Answer;
import org.javampi.river.nws.wire.Descriptor;
import org.javampi.river.nws.wire.Digits;
import org.javampi.river.nws.wire.Option;

/**
 * A workspace on a server: names with lists of values, where processes meet. Connects at its first operation. Who first
 * opens a workspace owns it: unless it is persistent, it ends with this object or its process. Any thread; one that waits
 * does not hold up another.
 *
 * <p>Operations that cannot be done throw {@link NwsException}; so do those that wait for a value of a variable or
 * workspace that is deleted, or of a server that ends. An interrupt ends a wait together with its connection.
 */
public class NetWorkSpace implements AutoCloseable {
    /** Where servers listen unless told otherwise. */
    public static final int DEFAULT_PORT = 8765;

    private static final String DEFAULT_HOST = "127.0.0.1";
    private static final int REFUSED = 1;

    private final String name;
    private final String host;
    private final int port;
    private final boolean owns;
    private final LinkPool links;
    private boolean persistent;
    private boolean create = true;

    /** Opens a workspace of the server on this host, port 8765. */
    public NetWorkSpace(String n) {
        this(n, DEFAULT_HOST, DEFAULT_PORT);
    }

    /** Opens a workspace of some server. */
    public NetWorkSpace(String n, String host, int port) {
        this(n, host, port, true);
    }

    private NetWorkSpace(String name, String host, int port, boolean owns) {
        this.name = name;
        this.host = host;
        this.port = port;
        this.owns = owns;
        links = new LinkPool(host, port, this::open, link -> use(link, "no"));
    }

    /** Uses a workspace of the server on this host, port 8765, without ever owning it. */
    public static NetWorkSpace use(String n) {
        return use(n, DEFAULT_HOST, DEFAULT_PORT);
    }

    /** Uses a workspace of some server without ever owning it. */
    public static NetWorkSpace use(String n, String host, int port) {
        return new NetWorkSpace(n, host, port, false);
    }

    /** The workspace stays when its owner goes; before the first operation. */
    public NetWorkSpace persistent() {
        mustNotHaveBegun();
        persistent = true;
        return this;
    }

    /** Whether a workspace that is not there is made, as by default; before the first operation. */
    public NetWorkSpace create(boolean b) {
        mustNotHaveBegun();
        create = b;
        return this;
    }

    private void mustNotHaveBegun() {
        if (links.hasBegun()) {
            throw new IllegalStateException(this + " is connected: say this before its first operation");
        }
    }

    private void open(ServerLink link) throws IOException {
        if (owns) {
            String pid = Long.toString(ProcessHandle.current().pid());
            link.ask(-1, "open ws", name, pid, persistent ? "yes" : "no", create ? "yes" : "no");
            check("open", link.readStatus());
        } else {
            use(link, create ? "yes" : "no");
        }
    }

    private void use(ServerLink link, String makes) throws IOException {
        link.ask(-1, "use ws", name, "", "no", makes);
        check("use", link.readStatus());
    }

    private void check(String what, Answer answer) {
        if (answer.status() != 0) {
            throw new NwsException(what + " of " + this + ": " + answer.why());
        }
    }

    private Answer status(String what, String... arguments) {
        return links.exchange(what, link -> {
            link.ask(-1, arguments);
            return link.readStatus();
        });
    }

    /**
     * Appends a value, or replaces that of a SINGLE variable: all that wait to find it get it, then the one that has waited
     * longest to fetch it.
     *
     * @param x a text or bytes, which every language reads, or any serializable object
     */
    public void store(String v, Object x) {
        String what = "store of '" + v + "'";
        ValueFormat value = ValueFormat.encode(x, what);
        check(what + " in", links.exchange(what, link -> {
            beginStore(link, v, value.descriptor());
            link.argument(value.bytes());
            link.flush();
            return link.readStatus();
        }));
    }

    private void beginStore(ServerLink link, String v, long descriptor) throws IOException {
        String[] texts = {"store", name, v, Digits.of(descriptor, Digits.LONG)};
        link.begin(texts.length + 1, Map.of());
        for (String text : texts) {
            link.argument(text.getBytes(UTF_8));
        }
    }

    /** Takes a value; waits while there is none. */
    public <T> T fetch(String v) {
        return read("fetch", v, null, -1);
    }

    /** Looks at a value; waits while there is none. */
    public <T> T find(String v) {
        return read("find", v, null, -1);
    }

    /**
     * Takes a value of a class of the program; {@code byte[]} for what another language has serialised.
     *
     * @throws NwsUnreadableException when it is something else; the value is there
     */
    public <T> T fetch(String v, Class<T> c) {
        return read("fetch", v, c, -1);
    }

    /** Looks at a value of a class of the program; {@code byte[]} for what another language has serialised. */
    public <T> T find(String v, Class<T> c) {
        return read("find", v, c, -1);
    }

    /**
     * Takes a value; waits so long while there is none.
     *
     * @throws NwsException with a {@link TimeoutException} as cause when time is over
     */
    public <T> T fetch(String v, Duration d) {
        return read("fetch", v, null, Math.max(0, d.toMillis()));
    }

    /**
     * Looks at a value; waits so long while there is none.
     *
     * @throws NwsException with a {@link TimeoutException} as cause when time is over
     */
    public <T> T find(String v, Duration d) {
        return read("find", v, null, Math.max(0, d.toMillis()));
    }

    /** A value with what it is. */
    private record Got(Answer answer, byte[] bytes) {}

    private <T> T read(String operation, String v, Class<T> type, long timeoutMs) {
        String what = operation + " of '" + v + "'";
        Got got = links.exchange(what, link -> {
            if (timeoutMs >= 0 && !link.hasTimeLimits()) {
                return readElsewhere(operation, v, timeoutMs);
            }
            link.ask(timeoutMs, operation, name, v);
            return got(link, what);
        });
        if (got.answer.status() == Option.TIMED_OUT) {
            String text = what + " in " + this + ": no value in " + timeoutMs + " ms";
            throw new NwsException(text, new TimeoutException(text));
        }
        check(what + " in", got.answer);
        return ValueFormat.decode(got.answer.descriptor(), got.bytes, type, what + " in " + this);
    }

    private Got got(ServerLink link, String what) throws IOException {
        Answer answer = link.readValue();
        if (answer.length() > Integer.MAX_VALUE - Long.BYTES) {
            link.readInto(null, answer.length());
            throw new NwsException(what + " in " + this + ": a value of " + answer.length()
                    + " bytes is too long for an array: use findFile or fetchFile");
        }
        return new Got(answer, link.readBytes((int) answer.length()));
    }

    /**
     * With a server that knows no limits: a connection of its own, which is ended when time is over, so that nothing that
     * this object owns is released. A value that comes at that moment is still read.
     */
    private Got readElsewhere(String operation, String v, long timeoutMs) throws IOException {
        String what = operation + " of '" + v + "'";
        try (ServerLink second = ServerLink.open(host, port)) {
            use(second, "no");
            second.ask(-1, operation, name, v);
            AtomicBoolean answered = new AtomicBoolean();
            AtomicBoolean late = new AtomicBoolean();
            Thread clock = new Thread(
                    () -> {
                        try {
                            TimeUnit.MILLISECONDS.sleep(timeoutMs);
                            if (!answered.get()) {
                                late.set(true);
                                second.endRequests();
                            }
                        } catch (InterruptedException e) {
                            // The value has come.
                            return;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    "nws-time-limit");
            clock.setDaemon(true);
            clock.start();
            try {
                return got(second, what);
            } catch (EOFException e) {
                if (late.get()) {
                    return new Got(new Answer(Option.TIMED_OUT, null, 0, "", 0, 0), new byte[0]);
                }
                throw e;
            } finally {
                answered.set(true);
                clock.interrupt();
            }
        }
    }

    /** Takes a value if there is one. */
    public <T> T fetchTry(String v, T missing) {
        return readNow("fetchTry", v, missing);
    }

    /** Looks at a value if there is one. */
    public <T> T findTry(String v, T missing) {
        return readNow("findTry", v, missing);
    }

    private <T> T readNow(String operation, String v, T missing) {
        String what = operation + " of '" + v + "'";
        Got got = links.exchange(what, link -> {
            link.ask(-1, operation, name, v);
            return got(link, what);
        });
        if (got.answer.status() == REFUSED) {
            return missing;
        }
        check(what + " in", got.answer);
        return ValueFormat.decode(got.answer.descriptor(), got.bytes, null, what + " in " + this);
    }

    /**
     * Says how a variable hands out its values.
     *
     * @throws NwsDeclarationFailedException when it does so in another way already
     */
    public void declare(String v, Mode m) {
        Answer answer = status(
                "declare of '" + v + "'", "declare var", name, v, m.name().toLowerCase(Locale.ROOT));
        if (answer.status() == REFUSED) {
            throw new NwsDeclarationFailedException("declare of '" + v + "' in " + this + ": " + answer.why());
        }
        check("declare of '" + v + "' in", answer);
    }

    /** Drops a variable with its values; operations that wait for it end with an exception. */
    public void deleteVar(String v) {
        check("deletion of '" + v + "' in", status("deletion of '" + v + "'", "delete var", name, v));
    }

    /** A line for each variable, with fields separated by tabs: name, values, waiting fetchers, finders, mode. */
    public String listVars() {
        return text("listing", "list vars", name);
    }

    private String text(String what, String... arguments) {
        Got got = links.exchange(what, link -> {
            link.ask(-1, arguments);
            return got(link, what);
        });
        check(what + " of", got.answer);
        return ValueFormat.text(got.bytes);
    }

    /** Takes value after value; waits for more. */
    public NwsIterator ifetch(String v) {
        return new Values("ifetch", v);
    }

    /** Takes value after value until there is none. */
    public NwsIterator ifetchTry(String v) {
        return new Values("ifetchTry", v);
    }

    /** Looks at value after value; waits for more. */
    public NwsIterator ifind(String v) {
        return new Values("ifind", v);
    }

    /** Looks at value after value until there is no other. */
    public NwsIterator ifindTry(String v) {
        return new Values("ifindTry", v);
    }

    /** Stores the bytes of a file, of any length, without having them in memory. */
    public void storeFile(String v, Path p) {
        String what = "store of file " + p + " as '" + v + "'";
        check(what + " in", links.exchange(what, link -> {
            try (FileChannel file = FileChannel.open(p, StandardOpenOption.READ)) {
                beginStore(link, v, Descriptor.JAVA | Descriptor.TEXT | Descriptor.RAW);
                link.argument(file);
                link.flush();
                return link.readStatus();
            }
        }));
    }

    /** Takes a value into a file, whatever it is; waits while there is none. */
    public void fetchFile(String v, Path p) {
        readFile("fetch", v, p);
    }

    /** Copies a value into a file, whatever it is; waits while there is none. */
    public void findFile(String v, Path p) {
        readFile("find", v, p);
    }

    private void readFile(String operation, String v, Path p) {
        String what = operation + " of '" + v + "' into " + p;
        check(what + " in", links.exchange(what, link -> {
            try (FileChannel file = FileChannel.open(
                    p, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                link.ask(-1, operation, name, v);
                Answer answer = link.readValue();
                link.readInto(file, answer.length());
                return answer;
            }
        }));
    }

    /** The workspace's server. */
    public NwsConnection server() {
        return new NwsConnection() {
            @Override
            public String mktempWs(String t) {
                return text("making a workspace from '" + t + "' beside", "mktemp ws", t);
            }

            @Override
            public String listWss() {
                return text("listing beside", "list wss");
            }

            @Override
            public void deleteWs(String n) {
                check("deletion of workspace '" + n + "' beside", status("deletion", "delete ws", n));
            }
        };
    }

    /** Ends the connections: what this object owns and is not persistent is deleted. */
    @Override
    public void close() {
        try {
            links.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "workspace '" + name + "' at " + host + ":" + port;
    }

    /** Goes through a variable. */
    private final class Values implements NwsIterator {
        private final String operation;
        private final String variable;
        private String id = "";
        private long number;
        private Got next;
        private boolean over;

        Values(String operation, String variable) {
            this.operation = operation;
            this.variable = variable;
        }

        private String what() {
            return operation + " of '" + variable + "'";
        }

        @Override
        public boolean hasNext() {
            if (next == null && !over) {
                String sentId = (id + " ".repeat(Digits.LONG)).substring(0, Digits.LONG);
                Got got = links.exchange(what(), link -> {
                    link.ask(-1, operation, name, variable, sentId, Digits.of(number, Digits.LONG));
                    return got(link, what());
                });
                Answer answer = got.answer;
                if (answer.status() == REFUSED && answer.descriptor() == 0) {
                    over = true;
                } else {
                    check(what() + " in", answer);
                    id = answer.id();
                    number = answer.number();
                    next = got;
                }
            }
            return next != null;
        }

        @Override
        public Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException(what() + " in " + NetWorkSpace.this + " is over");
            }
            Got got = next;
            next = null;
            return ValueFormat.decode(got.answer.descriptor(), got.bytes, null, what() + " in " + NetWorkSpace.this);
        }

        @Override
        public void restart() {
            over = false;
        }

        @Override
        public void reset() {
            id = "";
            number = 0;
            next = null;
            over = false;
        }
    }
}
