/**
 * Which algorithm runs: those on the class path, the rules of the module, the launcher and the
 * program in their order, and an account of what was chosen and why.
 */
package org.javampi.core.collective;
