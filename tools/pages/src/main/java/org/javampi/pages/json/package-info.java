/** The little JSON that results need: written and read without a library. */
package org.javampi.pages.json;
