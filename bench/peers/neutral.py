"""What all peers read and write. See README.md for the model."""
import json
import sys


def arguments():
    """MODEL ANSWER SECONDS of the command line; the model already read."""
    with open(sys.argv[1], encoding="utf-8") as file:
        return json.load(file), sys.argv[2], float(sys.argv[3])


def answer(path, **fields):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(fields, file)


def columns(model):
    """One column for each team and person who may serve in it: (team, person, cost)."""
    return [(k, i, cost) for k, team in enumerate(model["teams"]) for i, cost in team["arcs"]]


def rows(model, arcs):
    """(least, most, columns) of every rule: team sizes, people once, traits, homes, pairs apart."""
    of_team = [[] for _ in model["teams"]]
    of_person = [[] for _ in model["traits"]]
    at = {}
    for column, (k, i, _) in enumerate(arcs):
        of_team[k].append(column)
        of_person[i].append(column)
        at[k, i] = column
    for own in of_person:
        if len(own) > 1:
            yield 0, 1, own
    for k, team in enumerate(model["teams"]):
        yield team["size"], team["size"], of_team[k]
        for mask, least, most in team["rows"]:
            yield least, most, [c for c in of_team[k] if model["traits"][arcs[c][1]] & mask]
        homes = {}
        for c in of_team[k]:
            homes.setdefault(model["homes"][arcs[c][1]], []).append(c)
        for home, own in homes.items():
            if home >= 0 and len(own) > model["maxSameHome"]:
                yield 0, model["maxSameHome"], own
    for a, b in model["apart"]:
        for c in of_person[a]:
            other = at.get((arcs[c][0], b))
            if other is not None:
                yield 0, 1, [c, other]


def teams_of(model, arcs, chosen):
    teams = [[] for _ in model["teams"]]
    for column in chosen:
        k, i, _ = arcs[column]
        teams[k].append(i)
    return teams
