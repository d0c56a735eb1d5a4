/**
 * The adapters between Camel or netty and everything else: what routes name as data formats,
 * codecs, strategies and beans, and the start of Camel itself; no rule of any format is written
 * here.
 */
package io.tcsstamp.camel;
