package peer;

import java.util.List;
import java.util.Map;

/** `rows`: at least and at most so many with one of the traits of a mask. */
public record Team(int index, int size, int maxSameHome, List<int[]> rows, List<Person> candidates, Map<Person, Integer> cost) {
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return index;
    }

    /** Units by which the rules of a team are missed. */
    public int lacking(List<Seat> seats) {
        int lack = 0;
        for (int[] row : rows) {
            int count = 0;
            for (Seat seat : seats) if ((seat.getPerson().traits() & row[0]) != 0) count++;
            lack += Math.max(0, row[1] - count) + Math.max(0, count - row[2]);
        }
        for (int a = 0; a < seats.size(); a++) {
            Person person = seats.get(a).getPerson();
            int before = 0;
            for (int b = 0; b < a; b++) {
                Person other = seats.get(b).getPerson();
                if (other.home() == person.home() && person.home() >= 0) before++;
                if (person.apart().contains(other.index())) lack++;
            }
            if (before >= maxSameHome) lack++;
        }
        return lack;
    }
}
