/**
 * The scenario language as text: a strict reader of YAML whose nodes know where they stand, and reports of what is wrong
 * that show the place. It knows the shape of a file and the meaning of no key.
 *
 * <p>YAML lets a file say one thing and mean another: {@code no} is a boolean to some readers, {@code *x} is silently the
 * text "*x" to others, a second document or a repeated key is dropped. So the language is the part of YAML 1.2 that has
 * one reading: mappings, sequences and text. Everything else is refused, by a stable code with an explanation, and one
 * reading finds as many errors as it can. The form of the reports is that of the Rust compiler.
 */
@NullMarked
package dev.orrery.scenarios.language;

import org.jspecify.annotations.NullMarked;
