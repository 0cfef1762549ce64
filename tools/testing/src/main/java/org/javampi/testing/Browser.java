package org.javampi.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.opentest4j.TestAbortedException;

/**
 * A page in headless Chromium, as a reader has it: the mouse moves, the wheel turns, keys are pressed, and pictures are
 * taken. Speaks the DevTools protocol. For one thread.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser");
    private static final long LONGEST_SECONDS = 120;

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private int asked;

    private Browser(Process process, URI page) {
        this.process = process;
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener())
                .join();
    }

    /** Puts messages, which may come in parts, together. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                answers.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    /**
     * Opens a page of 1400 by 900 points and waits until it has been loaded.
     *
     * @param folder where the browser may keep files
     * @throws TestAbortedException if there is no Chromium on this machine: the test is skipped
     */
    public static Browser open(URI page, Path folder) throws IOException, InterruptedException {
        String program = PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("no Chromium here: " + PLACES));
        Path profile = folder.resolve("profile-" + System.nanoTime());
        Process process = new ProcessBuilder(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--force-color-profile=srgb",
                        "--hide-scrollbars",
                        "--window-size=1400,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.log").toFile())
                .start();
        try {
            String port = port(profile.resolve("DevToolsActivePort"), process);
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?"
                            + URLEncoder.encode(page.toString(), StandardCharsets.UTF_8)))
                    .PUT(HttpRequest.BodyPublishers.noBody())
                    .build();
            String target = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            Browser browser = new Browser(process, URI.create(field(target, "webSocketDebuggerUrl")));
            browser.call(
                    "Emulation.setDeviceMetricsOverride",
                    "\"width\":1400,\"height\":900,\"deviceScaleFactor\":1,\"mobile\":false");
            browser.await("document.readyState === 'complete' && location.href !== 'about:blank'");
            return browser;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String port(Path file, Process process) throws IOException, InterruptedException {
        long end = Patience.deadlineNs(LONGEST_SECONDS);
        while (true) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() > 1) {
                return lines.get(0);
            }
            if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IllegalStateException("the browser has not opened its port");
            }
        }
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\\s*\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return found.group(1);
    }

    private String call(String method, String parameters) throws InterruptedException {
        int id = ++asked;
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}", true)
                .join();
        while (true) {
            String answer = answers.poll(Patience.seconds(LONGEST_SECONDS), TimeUnit.SECONDS);
            if (answer == null) {
                throw new IllegalStateException("the browser does not answer " + method);
            }
            if (answer.startsWith("{\"id\":" + id + ",")) {
                return answer;
            }
        }
    }

    /** What a JavaScript expression gives, as text. */
    public String value(String expression) throws InterruptedException {
        String safe = "encodeURIComponent(String(" + expression + "))";
        String answer = call("Runtime.evaluate", "\"returnByValue\":true,\"expression\":\"" + escaped(safe) + "\"");
        if (answer.contains("\"exceptionDetails\"")) {
            throw new IllegalStateException(expression + ": " + answer);
        }
        return URLDecoder.decode(field(answer, "value"), StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** Waits until an expression is true. */
    public void await(String expression) throws InterruptedException {
        long end = Patience.deadlineNs(LONGEST_SECONDS);
        while (!isTrue(expression)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("never true: " + expression);
            }
            // The page has time for a frame.
            Thread.sleep(10);
        }
    }

    /** An expression that fails while a page is loaded is not true yet. */
    private boolean isTrue(String expression) throws InterruptedException {
        try {
            return value(expression).equals("true");
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private void mouse(String type, double x, double y, String more) throws InterruptedException {
        call(
                "Input.dispatchMouseEvent",
                String.format(Locale.ROOT, "\"type\":\"%s\",\"x\":%.1f,\"y\":%.1f%s", type, x, y, more));
    }

    public void move(double x, double y) throws InterruptedException {
        mouse("mouseMoved", x, y, "");
    }

    /** Turns the wheel by {@code down} points; negative is up. */
    public void wheel(double x, double y, int down) throws InterruptedException {
        mouse("mouseWheel", x, y, ",\"deltaX\":0,\"deltaY\":" + down);
    }

    public void click(double x, double y) throws InterruptedException {
        mouse("mousePressed", x, y, ",\"button\":\"left\",\"clickCount\":1");
        mouse("mouseReleased", x, y, ",\"button\":\"left\",\"clickCount\":1");
    }

    /** Presses the mouse at one place and lets it go at another one. */
    public void drag(double fromX, double fromY, double toX, double toY) throws InterruptedException {
        mouse("mousePressed", fromX, fromY, ",\"button\":\"left\",\"clickCount\":1");
        mouse("mouseMoved", toX, toY, ",\"button\":\"left\"");
        mouse("mouseReleased", toX, toY, ",\"button\":\"left\",\"clickCount\":1");
    }

    /** Types into what has the focus. */
    public void type(String text) throws InterruptedException {
        call("Input.insertText", "\"text\":\"" + escaped(text) + "\"");
    }

    /** Whether the reader's system wishes dark pages. */
    public void wishDark(boolean dark) throws InterruptedException {
        call(
                "Emulation.setEmulatedMedia",
                "\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + (dark ? "dark" : "light") + "\"}]");
    }

    /** What is on the screen; as a file, too, if the system property {@code pictures} names a folder for it. */
    public BufferedImage picture(String name) throws IOException, InterruptedException {
        byte[] png = Base64.getDecoder().decode(field(call("Page.captureScreenshot", "\"format\":\"png\""), "data"));
        String folder = System.getProperty("pictures");
        if (folder != null) {
            Files.write(Files.createDirectories(Path.of(folder)).resolve(name + ".png"), png);
        }
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Override
    public void close() {
        try {
            socket.sendText("{\"id\":" + ++asked + ",\"method\":\"Browser.close\"}", true);
            // It takes its files away and writes to its profile until it has ended.
            if (!process.waitFor(Patience.seconds(10), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            socket.abort();
        }
    }
}
