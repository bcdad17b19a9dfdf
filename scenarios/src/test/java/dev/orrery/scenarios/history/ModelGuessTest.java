package dev.orrery.scenarios.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.history.History;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ModelGuessTest {

    @Test
    void aModelIsGuessedFromTheNamesOfTheOperations() throws Exception {
        assertGuessed("register", "{:process 0 :type :invoke :f :read}");
        assertGuessed("cas-register", "{:process 0 :type :invoke :f :cas :value [1 2]}");
        assertGuessed("mutex", "{:process 0 :type :invoke :f :acquire}");
        assertGuessed("queue", "{:process 0 :type :invoke :f :enqueue :value 1}");
        assertGuessed("stack", "{:process 0 :type :invoke :f :pop}");
        assertGuessed("text", "{:process 0 :type :invoke :f :get :key \"0\"}");
        assertGuessed("counter", "{:process 0 :type :invoke :f :add :value 1}");
        assertGuessed("list-append", "{:process 0 :type :invoke :f :txn :value [[:append 1 2]]}");
        assertGuessed("rw-register", "{:process 0 :type :invoke :f :txn :value [[:w 1 2] [:r 1 nil]]}");
        assertGuessed("long-fork", "{:process 0 :type :invoke :f :txn :value [[:r 1 nil] [:r 2 nil]]}");
        assertGuessed("bank", "{:process 0 :type :invoke :f :transfer :value {:from 1 :to 2 :amount 3}}");
        assertGuessed("multi-register", "{:process 0 :type :invoke :f :txn :value []}");
    }

    @Test
    void andFromWhatTheyWereAnswered() throws Exception {
        assertGuessed(
                "set",
                "{:process 0 :type :invoke :f :add :value 1} {:process 0 :type :ok :f :add :value 1}"
                        + "{:process 0 :type :invoke :f :read} {:process 0 :type :ok :f :read :value #{1}}");
        assertGuessed("bank", "{:process 0 :type :invoke :f :read} {:process 0 :type :ok :f :read :value {0 10 1 20}}");
        assertGuessed(
                "fenced-mutex", "{:process 0 :type :invoke :f :acquire} {:process 0 :type :ok :f :acquire :value 7}");
    }

    @Test
    void thereIsNoGuessWhereNoModelHasTheOperations() throws Exception {
        assertEquals(Optional.empty(), guess("{:process 0 :type :invoke :f :teleport}"));
        assertEquals(
                Optional.empty(),
                guess("{:process 0 :type :invoke :f :read} {:process 0 :type :ok :f :read :value #{1}}"
                        + "{:process 0 :type :invoke :f :write :value 1}"));
    }

    @Test
    void everyModelThatIsGuessedCanBeAskedForByName() throws Exception {
        List<String> names = Judge.all().stream().map(Judge::model).toList();
        for (String f : List.of("read", "cas", "append", "add", "enqueue", "push", "insert", "acquire")) {
            String guess = guess("{:process 0 :type :invoke :f :" + f + "}").orElse("none");
            assertEquals(true, names.contains(guess), f + ": " + guess);
        }
    }

    private static void assertGuessed(String model, String text) throws Exception {
        assertEquals(Optional.of(model), guess(text), text);
    }

    private static Optional<String> guess(String text) throws Exception {
        History history = HistoryFormat.JEPSEN_EDN.read(text);
        return ModelGuess.of(history, Judge.all().stream().map(Judge::model).toList())
                .map(ModelGuess::model);
    }
}
