package org.javampi.river.nws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class PagesTest {
    private final NwsServer server = NwsServer.start(NwsSettings.onPort(0).withPages(0));
    private final NetWorkSpace space = new NetWorkSpace("my table", "127.0.0.1", server.port());
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @AfterEach
    void close() {
        space.close();
        server.close();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.webPort() + path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String form) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address("/doit"))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void shouldShowWorkspacesVariablesAndValues() throws Exception {
        space.store("<b>x</b>", "a <script>");
        space.store("n", 42);
        String all = get("/").body();
        assertTrue(all.contains("<a href=\"/doit?op=listVars&amp;wsName=my+table\">my table</a>"), all);
        assertTrue(
                all.contains("__default") && all.contains("[system]") && all.contains("http-equiv=\"refresh\""), all);
        String variables = get("/doit?op=listVars&wsName=my+table").body();
        assertTrue(variables.contains("&lt;b&gt;x&lt;/b&gt;") && !variables.contains("<b>x"), variables);
        assertTrue(
                variables.contains("<td class=\"n\">1</td><td class=\"n\">0</td><td class=\"n\">0</td><td>fifo</td>"),
                variables);
        String values = get("/doit?op=showVar&wsName=my+table&varName=%3Cb%3Ex%3C%2Fb%3E")
                .body();
        assertTrue(values.contains("<pre>a &lt;script&gt;</pre>"), values);
        assertTrue(get("/doit?op=showVar&wsName=my+table&varName=n").body().contains(" bytes from Java"));
        assertTrue(get("/doit?op=listClients").body().contains("127.0.0.1:"));
        HttpResponse<String> none = get("/doit?op=listVars&wsName=none");
        assertEquals(404, none.statusCode());
        assertTrue(none.body().contains("no workspace &#39;none&#39;"), none.body());
        assertEquals(404, get("/other").statusCode());
    }

    @Test
    void shouldDeleteAndFetchOnlyWithTheTokenOfItsForm() throws Exception {
        space.store("x", "first");
        space.store("x", "second");
        String asked = get("/doit?op=deleteVar&wsName=my+table&varName=x").body();
        assertTrue(asked.contains("Delete variable x?"), asked);
        assertEquals(403, post("op=deleteVar&wsName=my+table&varName=x&token=0").statusCode());
        assertEquals("x\t2\t0\t0\tfifo", space.listVars());
        Matcher token = Pattern.compile("name=\"token\" value=\"(\\w+)\"").matcher(asked);
        assertTrue(token.find());
        String proof = "&token=" + token.group(1);
        String fetched =
                post("op=fetchTryVar&wsName=my+table&varName=x" + proof).body();
        assertTrue(fetched.contains("<pre>first</pre>"), fetched);
        assertEquals("x\t1\t0\t0\tfifo", space.listVars());
        assertTrue(post("op=deleteVar&wsName=my+table&varName=x" + proof).body().contains("Variables of my table"));
        assertEquals("", space.listVars());
        assertTrue(post("op=deleteWs&wsName=my+table" + proof).body().contains("__default"));
        assertFalse(get("/").body().contains("my table"));
    }

    @Test
    void shouldAnswerToNamesOfItsHostOnly() throws Exception {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", server.webPort()));
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        }
    }

    @Test
    void shouldAskATranslatorWhatAValueSays() throws Exception {
        space.store("n", 42);
        NetWorkSpace fish = new NetWorkSpace("Java babelfish", "127.0.0.1", server.port());
        fish.listVars();
        Thread translator = new Thread(() -> {
            try {
                while (true) {
                    Object food = fish.fetch("food");
                    fish.store("doof", "the number " + food);
                }
            } catch (NwsException e) {
                return;
            }
        });
        translator.start();
        String translated = get("/doit?op=showVar&wsName=my+table&varName=n").body();
        assertTrue(translated.contains("<pre>the number 42</pre>"), translated);
        fish.close();
        translator.join();
        String values = get("/doit?op=showVar&wsName=my+table&varName=n").body();
        assertTrue(values.contains(" bytes from Java"), values);
    }
}
