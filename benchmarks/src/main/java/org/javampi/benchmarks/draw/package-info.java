/**
 * Measurements as pictures: {@link org.javampi.benchmarks.draw.Curves} and {@link
 * org.javampi.benchmarks.draw.Bars} become SVG, a {@link org.javampi.benchmarks.draw.Page} of text,
 * tables and charts becomes one HTML file that needs nothing else. Knows nothing of what was
 * measured.
 */
package org.javampi.benchmarks.draw;
