/**
 * The durable queue between marshalling and delivery. Lines go in as batches of bytes; they come
 * out in order, again from any position that is not confirmed yet, and leave when their delivery is
 * confirmed. Must not know what the lines say, where they go, Camel or netty.
 */
package io.tcsstamp.spool;
