"""OR-Tools LinearSumAssignment or SimpleMinCostFlow on the pure slot problem: `slot_problem.py PROBLEM ANSWER assignment|flow`."""
import json
import sys
import time

import numpy as np
from ortools.graph.python import linear_sum_assignment, min_cost_flow

import neutral

with open(sys.argv[1], encoding="utf-8") as file:
    problem = json.load(file)
slots, people = problem["slots"], problem["people"]
first = np.array(problem["first"])
slot = np.repeat(np.arange(slots), np.diff(first))
person, cost = np.array(problem["person"]), np.array(problem["cost"])
began = time.perf_counter()
if sys.argv[3] == "assignment":
    solver = linear_sum_assignment.SimpleLinearSumAssignment()
    solver.add_arcs_with_cost(slot, person, cost)
    is_solved = solver.solve() == solver.OPTIMAL
    value = solver.optimal_cost() if is_solved else None
else:
    solver = min_cost_flow.SimpleMinCostFlow()
    source, sink = slots + people, slots + people + 1
    ends = [(np.full(slots, source), np.arange(slots)), (slot, slots + person), (slots + np.arange(people), np.full(people, sink))]
    costs = [np.zeros(slots, dtype=int), cost, np.zeros(people, dtype=int)]
    for (tail, head), unit in zip(ends, costs):
        solver.add_arcs_with_capacity_and_unit_cost(tail, head, np.ones(len(tail), dtype=int), unit)
    solver.set_node_supply(source, slots)
    solver.set_node_supply(sink, -slots)
    is_solved = solver.solve() == solver.OPTIMAL
    value = solver.optimal_cost() if is_solved else None
neutral.answer(sys.argv[2], cost=value, seconds=time.perf_counter() - began)
