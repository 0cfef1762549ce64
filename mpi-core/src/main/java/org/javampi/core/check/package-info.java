/**
 * Watches the calls of a program for mistakes that do not stop it ({@code --check}): a layer over the binding, which is
 * only there when it is asked for.
 */
package org.javampi.core.check;
