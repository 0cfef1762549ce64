/** The prompt: what is typed runs at engines. */
package org.javampi.console;
