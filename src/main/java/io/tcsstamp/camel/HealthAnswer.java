package io.tcsstamp.camel;
