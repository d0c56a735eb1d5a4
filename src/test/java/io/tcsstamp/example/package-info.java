/**
 * The programs that the README shows: what a reader of it would write. They use nothing but the
 * public API, and a test keeps them and the README the same.
 */
package io.tcsstamp.example;
