package org.javampi.river.nws.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;

/** A page from top to bottom. All text is escaped: names and values are a client's. */
final class Html {
    private static final String STYLE =
            "body{font:15px/1.45 sans-serif;max-width:1100px;margin:1.5em auto;padding:0 1em;color:#222}"
                    + "nav{color:#777;margin-bottom:.8em}h1{font-size:1.4em;margin:.2em 0 .6em}"
                    + "table{border-collapse:collapse;width:100%}"
                    + "th,td{padding:.3em .8em;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}"
                    + "th{background:#f4f4f4}td.n,th.n{text-align:right}"
                    + "pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}"
                    + "a{color:#0b57d0}button{padding:.3em 1em}.w{color:#a33}footer{color:#777;margin-top:2em}"
                    + "@media(prefers-color-scheme:dark){:root{color-scheme:dark}body{background:#14171d;color:#e4e8f0}"
                    + "th{background:#232833}th,td{border-color:#2e3440}a{color:#8fbcff}nav,footer{color:#8f98aa}.w{color:#ff7a50}}";

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private final int refreshSeconds;

    /**
     * An empty page.
     *
     * @param refreshSeconds after which a browser asks for it again; 0 never
     */
    Html(String title, int refreshSeconds) {
        this.title = title;
        this.refreshSeconds = refreshSeconds;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A link to an operation. */
    static String link(String text, Map<String, String> parameters) {
        StringBuilder address = new StringBuilder("/doit");
        char separator = '?';
        for (Map.Entry<String, String> one : parameters.entrySet()) {
            address.append(separator).append(one.getKey()).append('=');
            address.append(URLEncoder.encode(one.getValue(), UTF_8));
            separator = '&';
        }
        return "<a href=\"" + escaped(address.toString()) + "\">" + escaped(text) + "</a>";
    }

    Html navigation(List<String> links) {
        body.append("<nav>").append(String.join(" &rsaquo; ", links)).append("</nav>\n");
        body.append("<h1>").append(escaped(title)).append("</h1>\n");
        return this;
    }

    Html paragraph(String text) {
        body.append("<p>").append(escaped(text)).append("</p>\n");
        return this;
    }

    /** A form of one button. */
    Html button(String text, Map<String, String> fields) {
        body.append("<form method=\"post\" action=\"/doit\">");
        fields.forEach((name, value) -> body.append("<input type=\"hidden\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(escaped(value))
                .append("\">"));
        body.append("<button>").append(escaped(text)).append("</button></form>\n");
        return this;
    }

    /** A table; headers that end with {@code #} are of numbers; cells are HTML. */
    Html table(List<String> headers, List<List<String>> rows) {
        body.append("<table><tr>");
        for (String header : headers) {
            body.append(header.endsWith("#") ? "<th class=\"n\">" : "<th>");
            body.append(escaped(header.replace("#", ""))).append("</th>");
        }
        body.append("</tr>\n");
        for (List<String> row : rows) {
            body.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                body.append(headers.get(i).endsWith("#") ? "<td class=\"n\">" : "<td>");
                body.append(row.get(i)).append("</td>");
            }
            body.append("</tr>\n");
        }
        body.append("</table>\n");
        return this;
    }

    String text() {
        String refresh = refreshSeconds == 0 ? "" : "<meta http-equiv=\"refresh\" content=\"" + refreshSeconds + "\">";
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">" + refresh + "<title>"
                + escaped(title) + "</title><style>" + STYLE + "</style></head><body>\n" + body
                + (refreshSeconds == 0
                        ? ""
                        : "<footer>This page refreshes itself every " + refreshSeconds + " s.</footer>\n")
                + "</body></html>\n";
    }
}
