package org.javampi.river.nws.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.javampi.river.nws.server.Reactor;
import org.javampi.river.nws.space.Refusal;

/**
 * The pages of a server of workspaces: {@code /} and {@code /doit?op=...}. What changes something is a form with a token
 * that only these pages know, so that no other site's page can send it; and a server on loopback answers only to names of
 * loopback, so that no other site's name can be made to mean it.
 */
public final class WebPages {
    private static final int THREADS = 4;
    private static final int LONGEST_FORM = 1 << 16;
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;

    private final HttpServer http;
    private final ExecutorService threads;
    private final String token;

    private WebPages(HttpServer http) {
        this.http = http;
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "nws-pages");
            thread.setDaemon(true);
            return thread;
        });
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        token = HexFormat.of().formatHex(random);
    }

    /** Takes a port; {@link #show} answers there. */
    public static WebPages listen(InetSocketAddress address) throws IOException {
        try {
            return new WebPages(HttpServer.create(address, 0));
        } catch (IOException e) {
            throw new IOException("cannot serve pages on " + address + ": " + e.getMessage(), e);
        }
    }

    /** The port. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** Begins to answer. */
    public void show(Reactor server) {
        Views views = new Views(server, token);
        http.setExecutor(threads);
        http.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, views);
            }
        });
        http.start();
    }

    private void answer(HttpExchange exchange, Views views) throws IOException {
        if (!isMeant(exchange)) {
            respond(exchange, FORBIDDEN, "this server answers to the names of its own host only\n", "text/plain");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        if (!path.equals("/") && !path.equals("/doit")) {
            respond(exchange, NOT_FOUND, "no page " + path + "\n", "text/plain");
            return;
        }
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        boolean post = exchange.getRequestMethod().equals("POST");
        if (post) {
            byte[] form = exchange.getRequestBody().readNBytes(LONGEST_FORM);
            parameters.putAll(parameters(new String(form, UTF_8)));
            if (!token.equals(parameters.get("token"))) {
                respond(exchange, FORBIDDEN, "go back and press the button once more\n", "text/plain");
                return;
            }
        }
        try {
            if (post) {
                Views.Done done = views.change(parameters);
                if (done.page() == null) {
                    exchange.getResponseHeaders().set("Location", done.next());
                    respond(exchange, SEE_OTHER, "", "text/plain");
                } else {
                    respond(exchange, OK, done.page(), "text/html");
                }
            } else {
                respond(exchange, OK, views.page(parameters), "text/html");
            }
        } catch (Refusal e) {
            respond(exchange, NOT_FOUND, views.trouble(e.getMessage()), "text/html");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            int status = e.getCause() instanceof Refusal ? NOT_FOUND : FAILED;
            respond(exchange, status, views.trouble(e.getMessage()), "text/html");
        }
    }

    /** Whether the browser believes to talk to this host. */
    private boolean isMeant(HttpExchange exchange) {
        if (!http.getAddress().getAddress().isLoopbackAddress()) {
            return true;
        }
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && host.matches("(?i)(localhost|127\\.[0-9.]+|\\[::1])(:\\d+)?");
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            // Nothing of that name is there, and the page says so.
            return text;
        }
    }

    private static void respond(HttpExchange exchange, int status, String text, String type) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
        if (!head && bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Answers no more. */
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
