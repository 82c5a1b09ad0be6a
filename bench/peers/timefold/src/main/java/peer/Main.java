package peer;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Timefold Community on the neutral model: MODEL ANSWER SECONDS. Its solver runs in one thread; more are not in this edition. */
public final class Main {
    public static void main(String[] words) throws Exception {
        ObjectMapper json = new ObjectMapper();
        Round round = read(json.readTree(new File(words[0])));
        SolverConfig config = new SolverConfig()
            .withSolutionClass(Round.class)
            .withEntityClasses(Seat.class)
            .withConstraintProviderClass(Rules.class)
            .withTerminationSpentLimit(Duration.ofMillis((long) (1000 * Double.parseDouble(words[2]))));
        long began = System.nanoTime();
        Round best = SolverFactory.<Round>create(config).buildSolver().solve(round);
        Map<String, Object> answer = new HashMap<>();
        answer.put("seconds", (System.nanoTime() - began) / 1e9);
        answer.put("bound", null);
        answer.put("teams", best.getScore() != null && best.getScore().isFeasible() ? teams(best) : null);
        answer.put("note", String.valueOf(best.getScore()));
        json.writeValue(new File(words[1]), answer);
    }

    private static Round read(JsonNode model) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < model.get("traits").size(); i++) {
            people.add(new Person(i, model.get("traits").get(i).asInt(), model.get("homes").get(i).asInt(), new HashSet<>()));
        }
        for (JsonNode pair : model.get("apart")) {
            people.get(pair.get(0).asInt()).apart().add(pair.get(1).asInt());
            people.get(pair.get(1).asInt()).apart().add(pair.get(0).asInt());
        }
        List<Seat> seats = new ArrayList<>();
        int index = 0;
        for (JsonNode node : model.get("teams")) {
            List<int[]> rows = new ArrayList<>();
            for (JsonNode row : node.get("rows")) rows.add(new int[] {row.get(0).asInt(), row.get(1).asInt(), row.get(2).asInt()});
            List<Person> candidates = new ArrayList<>();
            Map<Person, Integer> cost = new HashMap<>();
            for (JsonNode arc : node.get("arcs")) {
                Person person = people.get(arc.get(0).asInt());
                candidates.add(person);
                cost.put(person, arc.get(1).asInt());
            }
            Team team = new Team(index++, node.get("size").asInt(), model.get("maxSameHome").asInt(), rows, candidates, cost);
            for (int s = 0; s < team.size(); s++) seats.add(new Seat(seats.size(), team));
        }
        return new Round(seats);
    }

    private static List<List<Integer>> teams(Round round) {
        List<List<Integer>> teams = new ArrayList<>();
        for (Seat seat : round.getSeats()) {
            while (teams.size() <= seat.getTeam().index()) teams.add(new ArrayList<>());
            teams.get(seat.getTeam().index()).add(seat.getPerson().index());
        }
        return teams;
    }
}
