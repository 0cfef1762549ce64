package org.javampi.river.nws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.testing.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static final int LINK = 0x0b57d0;
    private static final int HEADER = 0xf4f4f4;

    /** How many separate bands of rows have so many pixels of about that colour. */
    private static int bands(BufferedImage picture, int colour, int pixels) {
        int bands = 0;
        boolean before = false;
        for (int y = 0; y < picture.getHeight(); y++) {
            int count = 0;
            for (int x = 0; x < picture.getWidth(); x++) {
                count += isNear(picture.getRGB(x, y), colour) ? 1 : 0;
            }
            boolean here = count >= pixels;
            bands += here && !before ? 1 : 0;
            before = here;
        }
        return bands;
    }

    private static boolean isNear(int one, int other) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > 8) {
                return false;
            }
        }
        return true;
    }

    /** Skipped where there is no Chromium. */
    @Test
    void shouldLookAsItShouldInABrowser(@TempDir Path folder) throws Exception {
        for (String name : List.of("first", "second", "third", "fourth")) {
            space.store(name, "value of " + name);
        }
        space.store("first", 42);
        try (Browser reader = Browser.open(address("/doit?op=listVars&wsName=my+table"), folder)) {
            BufferedImage page = reader.picture("nws-variables");
            assertEquals(1400, page.getWidth());
            assertTrue(isNear(page.getRGB(2, page.getHeight() - 2), 0xffffff), "the ground is white");
            assertEquals(1, bands(page, HEADER, page.getWidth() / 2), "one row of headers");
            // The way up, and a row for each variable; underlines may part a row in two.
            int links = bands(page, LINK, 1);
            assertTrue(links >= 5 && links <= 20, links + " rows of links");
            int header = 0;
            for (int y = 0; y < page.getHeight(); y++) {
                boolean grey = isNear(page.getRGB(page.getWidth() - 200, y), HEADER);
                header = header == 0 && grey ? y : header;
            }
            Set<Integer> above = new HashSet<>();
            for (int y = 0; y < header; y++) {
                for (int x = 0; x < page.getWidth(); x++) {
                    above.add(page.getRGB(x, y));
                }
            }
            assertTrue(
                    header > 20 && above.size() > 10,
                    "a title stands above the table: " + header + ", " + above.size());
            click(reader, "a", "first");
            reader.await("document.body.innerText.includes('value of first')");
            reader.picture("nws-values");
            reader.value("history.back()");
            reader.await("document.body.innerText.includes('second')");
            click(reader, "a, button", "delete");
            reader.await("document.body.innerText.includes('Delete variable')");
            reader.picture("nws-delete");
            click(reader, "button, input[type=submit]", "delete");
            reader.await("document.body.innerText.includes('Variables of my table')");
            assertEquals(3, space.listVars().lines().count(), space.listVars());
            click(reader, "a", "workspaces");
            reader.await("document.body.innerText.includes('__default')");
            assertTrue(isNear(reader.picture("nws-workspaces").getRGB(2, 890), 0xffffff));
            reader.wishDark(true);
            assertTrue(isNear(reader.picture("nws-dark").getRGB(2, 890), 0x14171d), "dark where the reader wishes it");
        }
    }

    /** Clicks on the first element of that kind that begins so. */
    private static void click(Browser reader, String kind, String text) throws InterruptedException {
        String one = "[...document.querySelectorAll('" + kind + "')].find(e => (e.innerText || e.value).toLowerCase()"
                + ".startsWith('" + text + "')).getBoundingClientRect()";
        reader.click(
                Double.parseDouble(reader.value("(b => b.left + b.width / 2)(" + one + ")")),
                Double.parseDouble(reader.value("(b => b.top + b.height / 2)(" + one + ")")));
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
