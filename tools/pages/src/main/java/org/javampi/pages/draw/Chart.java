package org.javampi.pages.draw;

/** A picture that draws itself as one SVG element; usable alone as a file or inside a page. */
public interface Chart {
    /** The heading drawn on top. */
    String title();

    /** The whole {@code <svg>} element, with its name space, so that it is a file as well. */
    String svg();
}
