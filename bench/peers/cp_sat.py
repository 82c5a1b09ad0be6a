"""OR-Tools CP-SAT on the neutral model, 2 workers."""
from ortools.sat.python import cp_model

import neutral

model, path, seconds = neutral.arguments()
arcs = neutral.columns(model)
cp = cp_model.CpModel()
x = [cp.new_bool_var("") for _ in arcs]
for least, most, columns in neutral.rows(model, arcs):
    cp.add_linear_constraint(sum(x[c] for c in columns), least, most)
cp.minimize(cp_model.LinearExpr.weighted_sum(x, [cost for _, _, cost in arcs]))
solver = cp_model.CpSolver()
solver.parameters.max_time_in_seconds = seconds
solver.parameters.num_workers = 2
status = solver.solve(cp)
found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
neutral.answer(
    path,
    teams=neutral.teams_of(model, arcs, [c for c, v in enumerate(x) if solver.value(v)]) if found else None,
    bound=max(0, solver.best_objective_bound),
    seconds=solver.wall_time,
)
