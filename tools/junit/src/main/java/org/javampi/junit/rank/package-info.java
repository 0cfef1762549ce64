/**
 * What runs inside a rank. Ranks that share a JVM have a copy each of this package, of the facade and of the test's own
 * classes, so that their statics are apart.
 */
package org.javampi.junit.rank;
