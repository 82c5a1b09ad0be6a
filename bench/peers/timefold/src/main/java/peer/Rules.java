package peer;

import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;

public class Rules implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            factory.forEachUniquePair(Seat.class, Joiners.equal(Seat::getPerson))
                .penalize(HardSoftScore.ONE_HARD)
                .asConstraint("one team a person"),
            factory.forEach(Seat.class)
                .groupBy(Seat::getTeam, ConstraintCollectors.toList())
                .penalize(HardSoftScore.ONE_HARD, (team, seats) -> team.lacking(seats))
                .asConstraint("a sound team"),
            factory.forEach(Seat.class)
                .penalize(HardSoftScore.ONE_SOFT, Seat::travel)
                .asConstraint("travel"),
        };
    }
}
