package peer;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;

@PlanningEntity
public class Seat {
    @PlanningId
    private Integer id;
    private Team team;
    @PlanningVariable
    private Person person;

    public Seat() {}

    public Seat(int id, Team team) {
        this.id = id;
        this.team = team;
    }

    @ValueRangeProvider
    public List<Person> getCandidates() {
        return team.candidates();
    }

    public Integer getId() {
        return id;
    }

    public Team getTeam() {
        return team;
    }

    public Person getPerson() {
        return person;
    }

    public void setPerson(Person person) {
        this.person = person;
    }

    public int travel() {
        return team.cost().get(person);
    }
}
