/**
 * Measurements as pictures: {@link org.javampi.pages.draw.Curves} and {@link
 * org.javampi.pages.draw.Bars} become SVG, a {@link org.javampi.pages.draw.Page} of text,
 * tables and charts becomes one HTML file that needs nothing else. Knows nothing of what was
 * measured.
 */
package org.javampi.pages.draw;
