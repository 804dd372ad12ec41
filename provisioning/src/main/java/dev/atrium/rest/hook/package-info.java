/**
 * The SPI of hooks. The name of its provider interface stands in the components of every realm that has a hook,
 * and in their exports: it stays here, whatever the modules are called.
 */
@NullMarked
package dev.atrium.rest.hook;

import org.jspecify.annotations.NullMarked;
