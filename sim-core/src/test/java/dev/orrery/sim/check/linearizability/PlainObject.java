package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.history.CompareAndSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects that have models, each in the plainest form and written apart from its model: a state is a list that is
 * changed in place, and an operation gives its answer. Where an object is free in what it answers, it answers what is
 * expected if it may.
 */
public enum PlainObject {
    KEY_VALUE("key-value", 40) {
        @Override
        Request request(Random random) {
            return switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> new Request("read", null);
                case 4, 5, 6 -> new Request("write", value(random));
                case 7, 8 -> new Request("cas", new CompareAndSet(valueOrNull(random), value(random)));
                default -> new Request("delete", null);
            };
        }

        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            Object before = state.isEmpty() ? null : state.get(0);
            if (request.f().equals("read")) {
                return before;
            }
            Object after = request.input();
            Object answer = null;
            if (after instanceof CompareAndSet change) {
                answer = Objects.equals(before, change.from());
                after = answer.equals(true) ? change.to() : before;
            }
            state.clear();
            if (after != null) {
                state.add(after);
            }
            return answer;
        }

        @Override
        @Nullable
        Object lie(Request request, Random random) {
            return switch (request.f()) {
                case "read" -> valueOrNull(random);
                case "cas" -> random.nextBoolean();
                default -> null;
            };
        }
    },

    MULTI_REGISTER("multi-register", 25) {
        @Override
        Request request(Random random) {
            List<Object> steps = new ArrayList<>();
            for (int i = random.nextInt(2); i < 2; i++) {
                boolean reads = random.nextInt(5) < 3;
                steps.add(step(reads ? "r" : "w", "k" + random.nextInt(2), reads ? null : value(random)));
            }
            return new Request("txn", steps);
        }

        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            TreeMap<String, Object> registers = new TreeMap<>();
            for (int i = 0; i < state.size(); i += 2) {
                registers.put((String) state.get(i), state.get(i + 1));
            }
            List<Object> answer = new ArrayList<>();
            for (Object each : steps(request.input())) {
                List<?> step = (List<?>) each;
                String key = (String) step.get(1);
                if (step.get(0).equals("w")) {
                    registers.put(key, step.get(2));
                }
                answer.add(step((String) step.get(0), key, registers.get(key)));
            }
            state.clear();
            registers.forEach((key, value) -> {
                state.add(key);
                state.add(value);
            });
            return answer;
        }

        @Override
        Object lie(Request request, Random random) {
            List<Object> answer = new ArrayList<>();
            for (Object each : steps(request.input())) {
                List<?> step = (List<?>) each;
                boolean reads = step.get(0).equals("r");
                answer.add(reads ? step("r", (String) step.get(1), valueOrNull(random)) : step);
            }
            return answer;
        }

        private static List<?> steps(@Nullable Object input) {
            return (List<?>) Objects.requireNonNull(input);
        }

        private static List<Object> step(String f, String key, @Nullable Object value) {
            List<Object> step = new ArrayList<>();
            Collections.addAll(step, f, key, value);
            return step;
        }
    },

    APPEND("append", 15) {
        @Override
        Request request(Random random) {
            return switch (random.nextInt(11)) {
                case 0, 1, 2, 3, 4 -> new Request("append", value(random));
                case 5 -> new Request("write", List.of(value(random)));
                default -> new Request("read", null);
            };
        }

        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            switch (request.f()) {
                case "read" -> {
                    return new ArrayList<>(state);
                }
                case "write" -> {
                    state.clear();
                    state.addAll((List<?>) Objects.requireNonNull(request.input()));
                }
                default -> state.add(request.input());
            }
            return null;
        }

        @Override
        @Nullable
        Object lie(Request request, Random random) {
            return request.f().equals("read") ? some(random) : null;
        }
    },

    TEXT("text", 15) {
        @Override
        Request request(Random random) {
            return switch (random.nextInt(11)) {
                case 0, 1, 2, 3, 4 -> new Request("append", value(random).toString());
                case 5 -> new Request("put", value(random).toString());
                default -> new Request("get", null);
            };
        }

        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            StringBuilder text = new StringBuilder();
            state.forEach(text::append);
            if (request.f().equals("get")) {
                return text.toString();
            }
            if (request.f().equals("put")) {
                state.clear();
            }
            state.add(request.input());
            return null;
        }

        @Override
        @Nullable
        Object lie(Request request, Random random) {
            StringBuilder text = new StringBuilder();
            some(random).forEach(text::append);
            return request.f().equals("get") ? text.toString() : null;
        }
    },

    COUNTER("counter", 15) {
        @Override
        Request request(Random random) {
            return switch (random.nextInt(8)) {
                case 0 -> new Request("increment", null);
                case 1 -> new Request("decrement", null);
                case 2, 3 -> new Request("add", (long) random.nextInt(3));
                default -> new Request("read", null);
            };
        }

        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            long before = state.isEmpty() ? 0 : (Long) state.get(0);
            long delta = switch (request.f()) {
                case "increment" -> 1;
                case "decrement" -> -1;
                case "add" -> (Long) Objects.requireNonNull(request.input());
                default -> 0;
            };
            state.clear();
            state.add(before + delta);
            return request.f().equals("read") ? before : null;
        }

        @Override
        @Nullable
        Object lie(Request request, Random random) {
            return request.f().equals("read") ? (Object) (long) (random.nextInt(5) - 1) : null;
        }
    },

    /** Odd elements are told whether they changed the set. */
    SET("set", 25) {
        @Override
        Request request(Random random) {
            return switch (random.nextInt(8)) {
                case 0, 1, 2 -> new Request("add", value(random));
                case 3 -> new Request("remove", value(random));
                case 4 -> new Request("contains", value(random));
                default -> new Request("read", null);
            };
        }

        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            if (request.f().equals("read")) {
                return expected instanceof List<?> list && list.size() == state.size() && list.containsAll(state)
                        ? expected
                        : new ArrayList<>(state);
            }
            boolean held = state.contains(request.input());
            if (request.f().equals("contains")) {
                return held;
            }
            boolean adds = request.f().equals("add");
            if (adds && !held) {
                state.add(request.input());
            } else if (!adds && held) {
                state.remove(request.input());
            }
            return isTold(request) ? (Object) (adds != held) : null;
        }

        @Override
        @Nullable
        Object lie(Request request, Random random) {
            if (request.f().equals("read")) {
                List<Object> elements = new ArrayList<>();
                for (long element = 0; element < VALUES; element++) {
                    if (random.nextBoolean()) {
                        elements.add(element);
                    }
                }
                return elements;
            }
            return isTold(request) || request.f().equals("contains") ? (Object) random.nextBoolean() : null;
        }

        private static boolean isTold(Request request) {
            return (Long) Objects.requireNonNull(request.input()) % 2 == 1;
        }
    },

    QUEUE("queue", 20) {
        @Override
        Request request(Random random) {
            return random.nextInt(9) < 5 ? new Request("enqueue", value(random)) : new Request("dequeue", null);
        }

        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            if (request.f().equals("enqueue")) {
                state.add(request.input());
                return null;
            }
            return state.isEmpty() ? null : state.remove(0);
        }

        @Override
        @Nullable
        Object lie(Request request, Random random) {
            return request.f().equals("dequeue") ? valueOrNull(random) : null;
        }
    },

    STACK("stack", 30) {
        @Override
        Request request(Random random) {
            return random.nextInt(9) < 5 ? new Request("push", value(random)) : new Request("pop", null);
        }

        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            if (request.f().equals("push")) {
                state.add(request.input());
                return null;
            }
            return state.isEmpty() ? null : state.remove(state.size() - 1);
        }

        @Override
        @Nullable
        Object lie(Request request, Random random) {
            return request.f().equals("pop") ? valueOrNull(random) : null;
        }
    },

    PRIORITY_QUEUE("priority-queue", 15) {
        @Override
        Request request(Random random) {
            return random.nextInt(9) < 5 ? new Request("insert", value(random)) : new Request("poll", null);
        }

        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            if (request.f().equals("insert")) {
                state.add(request.input());
                return null;
            }
            Object least = state.stream()
                    .min((a, b) -> Long.compare((Long) a, (Long) b))
                    .orElse(null);
            state.remove(least);
            return least;
        }

        @Override
        @Nullable
        Object lie(Request request, Random random) {
            return request.f().equals("poll") ? valueOrNull(random) : null;
        }
    },

    MUTEX("mutex", 10) {
        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            boolean done = request.f().equals("acquire") == state.isEmpty();
            if (done && state.isEmpty()) {
                state.add("held");
            } else if (done) {
                state.clear();
            }
            return done;
        }
    },

    OWNER_MUTEX("owner-mutex", 10) {
        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            return enterOrLeave(state, request, client, 1);
        }
    },

    REENTRANT_MUTEX("reentrant-mutex", 10) {
        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            return enterOrLeave(state, request, client, 2);
        }
    },

    /** The first element is the highest fence, the others are the owner for each hold. */
    FENCED_MUTEX("fenced-mutex", 15) {
        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            long highest = state.isEmpty() ? 0 : (Long) state.remove(0);
            Object answer = enterOrLeave(state, request, client, 1);
            if (answer.equals(true) && request.f().equals("acquire") && !answer.equals(expected)) {
                answer = expected instanceof Long fence && (fence > highest || fence == 0) ? fence : highest + 1;
                highest = Math.max(highest, (Long) answer);
            }
            state.add(0, highest);
            return answer;
        }

        @Override
        Object lie(Request request, Random random) {
            return lieAboutFence(request, random);
        }
    },

    /** The first elements are the highest and the current fence, the others are the owner for each hold. */
    REENTRANT_FENCED_MUTEX("reentrant-fenced-mutex", 15) {
        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            long highest = state.isEmpty() ? 0 : (Long) state.remove(0);
            long current = state.isEmpty() ? 0 : (Long) state.remove(0);
            Object answer = enterOrLeave(state, request, client, 2);
            if (answer.equals(true) && request.f().equals("acquire") && !answer.equals(expected)) {
                long usual = current == 0 ? highest + 1 : current;
                boolean fits = expected instanceof Long fence
                        && (fence == 0 || (current == 0 ? fence > highest : fence == current));
                answer = fits && expected != null ? expected : (Object) usual;
                current = Math.max(current, (Long) answer);
                highest = Math.max(highest, current);
            }
            state.add(0, state.isEmpty() ? 0L : current);
            state.add(0, highest);
            return answer;
        }

        @Override
        Object lie(Request request, Random random) {
            return lieAboutFence(request, random);
        }
    },

    /** Each element is a client that holds one permit. */
    SEMAPHORE("semaphore", 15) {
        @Override
        Request request(Random random) {
            return new Request(random.nextBoolean() ? "acquire" : "release", random.nextInt(3) == 0 ? 2L : null);
        }

        @Override
        @Nullable
        Object perform(List<Object> state, Request request, String client, @Nullable Object expected) {
            int wanted = request.input() == null ? 1 : 2;
            if (request.f().equals("acquire")) {
                boolean done = state.size() + wanted <= 2;
                if (done) {
                    state.addAll(Collections.nCopies(wanted, client));
                }
                return done;
            }
            boolean done = Collections.frequency(state, client) >= wanted;
            for (int i = 0; done && i < wanted; i++) {
                state.remove(client);
            }
            return done;
        }
    };

    /** What a client asks for. */
    record Request(String f, @Nullable Object input) {}

    /** How many different values there are. */
    static final int VALUES = 3;

    private final String model;
    private final int lies;

    PlainObject(String model, int lies) {
        this.model = model;
        this.lies = lies;
    }

    /** The name of its model. */
    public String model() {
        return model;
    }

    /** Of how many answers in a hundred to make up, so that about half of the smallest histories are illegal. */
    public int lies() {
        return lies;
    }

    /** Whether there may be several of it, one for each key. */
    boolean hasKeys() {
        return this != MULTI_REGISTER;
    }

    /** Something to ask. */
    Request request(Random random) {
        return new Request(random.nextInt(9) < 5 ? "acquire" : "release", null);
    }

    /** Changes the state and answers. */
    abstract @Nullable Object perform(List<Object> state, Request request, String client, @Nullable Object expected);

    /** An answer that the request could have somewhere. */
    @Nullable
    Object lie(Request request, Random random) {
        return random.nextBoolean();
    }

    private static Object enterOrLeave(List<Object> holds, Request request, String client, int most) {
        boolean mine = holds.contains(client);
        if (request.f().equals("acquire")) {
            boolean done = holds.isEmpty() || (mine && holds.size() < most);
            if (done) {
                holds.add(client);
            }
            return done;
        }
        if (mine) {
            holds.remove(client);
        }
        return mine;
    }

    private static Object lieAboutFence(Request request, Random random) {
        return request.f().equals("acquire") && random.nextInt(3) > 0
                ? (Object) (long) random.nextInt(4)
                : random.nextBoolean();
    }

    private static Object value(Random random) {
        return (long) random.nextInt(VALUES);
    }

    private static @Nullable Object valueOrNull(Random random) {
        return random.nextInt(4) == 0 ? null : value(random);
    }

    private static List<Object> some(Random random) {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(value(random));
        }
        return values;
    }
}
