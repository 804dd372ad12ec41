/** Two small web sites: a SMART app, and a health record system that launches it. */
@NullMarked
package dev.atrium.demo.site;

import org.jspecify.annotations.NullMarked;
