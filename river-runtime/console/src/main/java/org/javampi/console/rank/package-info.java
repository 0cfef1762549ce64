/** What runs inside a rank when a console talks to it. */
package org.javampi.console.rank;
