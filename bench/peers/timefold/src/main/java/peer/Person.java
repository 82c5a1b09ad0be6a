package peer;

import java.util.Set;

/** Traits as bits; `apart` holds the indices of those with whom this person must not serve. */
public record Person(int index, int traits, int home, Set<Integer> apart) {
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
