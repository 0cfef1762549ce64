package org.javampi.pages.draw;

/**
 * One measured place of a curve.
 *
 * @param x for instance a size in bytes
 * @param y for instance a time in microseconds
 */
public record Point(double x, double y) {}
