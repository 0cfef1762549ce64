/**
 * What differs between operating systems, in one place: Linux, and what the JDK promises everywhere. No other package
 * names {@code /proc}, {@code /dev}, {@code /sys} or {@code os.name}.
 */
package org.javampi.river.platform;
