/** Writers of JSON, SVG and self-contained HTML pages. */
module org.javampi.pages {
    exports org.javampi.pages.draw;
    exports org.javampi.pages.json;
}
