package dev.orrery.scenarios.replay;

import dev.orrery.scenarios.result.ResultJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The end of a file of lines.
 *
 * @param line the last whole line, without its end; empty if there is none, or if the file ends in the middle of one
 * @param hash of all bytes before that line, as a trace's own last line writes it (FNV-1a, 64 bits)
 */
record TraceTail(String line, String hash) {
    private static final long OFFSET_BASIS = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    static TraceTail of(Path path) throws IOException {
        byte[] buffer = new byte[1 << 16];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        String last = "";
        long hash = OFFSET_BASIS;
        long beforeLast = hash;
        long beforeLine = hash;
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int begin = 0;
                for (int i = 0; i < read; i++) {
                    hash = (hash ^ (buffer[i] & 0xFF)) * PRIME;
                    if (buffer[i] == '\n') {
                        line.write(buffer, begin, i - begin);
                        begin = i + 1;
                        last = line.toString(StandardCharsets.UTF_8);
                        line.reset();
                        beforeLast = beforeLine;
                        beforeLine = hash;
                    }
                }
                line.write(buffer, begin, read - begin);
            }
        }
        return line.size() > 0 ? new TraceTail("", "") : new TraceTail(last, ResultJson.hexadecimal(beforeLast));
    }
}
