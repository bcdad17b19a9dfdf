package dev.orrery.sim.disk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link WriteAheadLog} held when it was opened.
 *
 * @param log the open log
 * @param records the payloads of its readable records, from the first on without a gap; all are durable
 * @param damage what durable records are missing after those, or null when every record that was ever synced is there.
 *     A damaged log takes nothing until {@link WriteAheadLog#rewrite} has said what it shall hold from now on
 */
public record Recovery(
        WriteAheadLog log, List<byte[]> records, @Nullable Damage damage) {}
