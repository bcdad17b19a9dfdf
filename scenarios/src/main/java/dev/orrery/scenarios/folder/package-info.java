/**
 * Where runs are kept: {@code runs/<scenario>/<seed>/}, with links named {@code latest} to the newest.
 *
 * <p>Each file is written under another name and then renamed, and {@code result.json} comes last: a folder that has one
 * is whole, whatever became of the process that wrote it.
 */
@NullMarked
package dev.orrery.scenarios.folder;

import org.jspecify.annotations.NullMarked;
