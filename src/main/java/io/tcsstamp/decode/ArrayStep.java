package io.tcsstamp.decode;

/** Reads an array whose elements are not known before the packet is. Not shaped yet. */
abstract class ArrayStep implements Step {}
