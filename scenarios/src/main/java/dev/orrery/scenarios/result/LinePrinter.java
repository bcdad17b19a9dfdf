package dev.orrery.scenarios.result;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;

/**
 * Breaks lines where a reader and a line-by-line comparison want them: after each key of the document, and after each
 * object in a list. Everything else stays on its line.
 */
public final class LinePrinter implements PrettyPrinter {
    private int depth;

    /** Whether the last thing written was an object, which in a list has a line of its own. */
    private boolean afterObject;

    /** What a generator is made with so that it breaks its lines so. */
    public static ObjectWriteContext context() {
        LinePrinter printer = new LinePrinter();
        return new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        if (json.streamWriteContext().getParent().inArray()) {
            breakLine(json);
        }
        open(json, '{');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        if (depth == 1) {
            breakLine(json);
        }
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(depth == 1 ? ": " : ":");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        if (depth == 1) {
            breakLine(json);
        }
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        depth--;
        if (depth == 0) {
            breakLine(json);
        }
        json.writeRaw('}');
        afterObject = true;
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        open(json, '[');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(',');
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        depth--;
        if (afterObject) {
            breakLine(json);
        }
        json.writeRaw(']');
        afterObject = false;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {}

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {}

    private void open(JsonGenerator json, char bracket) {
        json.writeRaw(bracket);
        depth++;
        afterObject = false;
    }

    private void breakLine(JsonGenerator json) {
        json.writeRaw('\n');
        json.writeRaw("  ".repeat(depth));
    }
}
