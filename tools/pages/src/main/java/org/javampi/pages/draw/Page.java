package org.javampi.pages.draw;

import java.util.List;

/**
 * One HTML file of headings, paragraphs, tables and charts, top to bottom; styles and pictures are
 * inside, nothing is fetched.
 */
public final class Page {
    private static final String STYLE =
            "body{font:15px/1.45 sans-serif;max-width:1500px;margin:2em auto;padding:0 1em;color:#222;background:#fff}"
                    + "table{border-collapse:collapse;margin:1em 0}"
                    + "th,td{padding:.2em .8em;border-bottom:1px solid #ddd;text-align:left}"
                    + "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}"
                    + "svg{max-width:100%;height:auto;margin:.5em 1em .5em 0;border:1px solid #eee}"
                    + "pre{background:#f6f6f6;padding:.8em;overflow:auto}";

    private final String title;
    private final StringBuilder body = new StringBuilder();

    /** An empty page. */
    public Page(String title) {
        this.title = title;
    }

    /** Adds a heading of the second level. */
    public Page heading(String text) {
        return append("<h2>" + Canvas.escaped(text) + "</h2>");
    }

    /** Adds a paragraph of plain text. */
    public Page paragraph(String text) {
        return append("<p>" + Canvas.escaped(text) + "</p>");
    }

    /** Adds lines shown as they are. */
    public Page verbatim(String text) {
        return append("<pre>" + Canvas.escaped(text) + "</pre>");
    }

    /** Adds a chart; charts that follow one another stand side by side where there is room. */
    public Page chart(Chart chart) {
        return append(chart.svg().strip());
    }

    /** Adds a table; cells that are numbers stand to the right. */
    public Page table(List<String> header, List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<table>\n");
        table.append(row("th", header));
        rows.forEach(cells -> table.append(row("td", cells)));
        return append(table.append("</table>").toString());
    }

    /** The whole file. */
    public String html() {
        String name = Canvas.escaped(title);
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                + name
                + "</title><style>"
                + STYLE
                + "</style></head><body>\n<h1>"
                + name
                + "</h1>\n"
                + body
                + "</body></html>\n";
    }

    private Page append(String element) {
        body.append(element).append('\n');
        return this;
    }

    private static String row(String element, List<String> cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String cell : cells) {
            boolean number = cell.matches("-?[0-9][0-9.,]*%?|-");
            row.append('<').append(element).append(number ? " class=\"n\">" : ">");
            row.append(Canvas.escaped(cell)).append("</").append(element).append('>');
        }
        return row.append("</tr>\n").toString();
    }
}
