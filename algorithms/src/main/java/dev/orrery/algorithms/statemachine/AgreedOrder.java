package dev.orrery.algorithms.statemachine;

import dev.orrery.sim.check.Witness;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The order in which commands took effect, put together from what all replicas tell: whoever gets to a place first tells
 * what stands there. Replicas that disagree make an order that explains nothing.
 */
public final class AgreedOrder implements Effects {

    /**
     * What a client and its replicas call a command.
     *
     * @param clientId its session
     * @param sequenceNum its number in the session
     */
    public record CommandId(long clientId, long sequenceNum) {}

    private final Map<CommandId, Long> places = new LinkedHashMap<>();
    private long latest = Witness.NOWHERE;

    @Override
    public void tookEffect(Command command, long place) {
        if (place > latest) {
            latest = place;
            places.putIfAbsent(new CommandId(command.clientId(), command.sequenceNum()), 2 * place);
        }
    }

    /** Between its command's place and the next one. One that is answered twice is told by the last answer. */
    @Override
    public void looked(Command command, long place) {
        places.put(new CommandId(command.clientId(), command.sequenceNum()), 2 * place + 1);
    }

    /** Where a command stands, or {@link Witness#NOWHERE} if it took no effect. */
    public long placeOf(Object name) {
        Long place = name instanceof CommandId ? places.get(name) : null;
        return place == null ? Witness.NOWHERE : place;
    }
}
