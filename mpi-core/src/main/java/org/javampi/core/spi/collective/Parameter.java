package org.javampi.core.spi.collective;

/**
 * Something about an algorithm that can be tuned.
 *
 * @param name as written in rules
 * @param fallback when a rule does not say
 * @param least smallest value
 * @param most largest value
 * @param meaning with the unit
 */
public record Parameter(String name, long fallback, long least, long most, String meaning) {}
