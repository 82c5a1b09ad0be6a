"""HiGHS (native) as a mixed-integer program on the neutral model, 2 threads."""
import highspy
import numpy as np

import neutral

model, path, seconds = neutral.arguments()
arcs = neutral.columns(model)
starts, indices, lower, upper = [0], [], [], []
for least, most, columns in neutral.rows(model, arcs):
    indices.extend(columns)
    starts.append(len(indices))
    lower.append(least)
    upper.append(most)
lp = highspy.HighsLp()
lp.num_col_, lp.num_row_ = len(arcs), len(lower)
lp.col_cost_ = np.array([cost for _, _, cost in arcs], dtype=np.double)
lp.col_lower_, lp.col_upper_ = np.zeros(len(arcs)), np.ones(len(arcs))
lp.row_lower_, lp.row_upper_ = np.array(lower, dtype=np.double), np.array(upper, dtype=np.double)
lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
lp.a_matrix_.start_, lp.a_matrix_.index_ = np.array(starts), np.array(indices)
lp.a_matrix_.value_ = np.ones(len(indices))
lp.integrality_ = [highspy.HighsVarType.kInteger] * len(arcs)
highs = highspy.Highs()
highs.setOptionValue("output_flag", False)
highs.setOptionValue("threads", 2)
highs.setOptionValue("time_limit", seconds)
highs.setOptionValue("mip_rel_gap", 0.0)
highs.passModel(lp)
highs.run()
info = highs.getInfo()
found = info.primal_solution_status == 2
chosen = [c for c, value in enumerate(highs.getSolution().col_value) if value > 0.5] if found else []
neutral.answer(
    path,
    teams=neutral.teams_of(model, arcs, chosen) if found else None,
    bound=max(0.0, info.mip_dual_bound) if np.isfinite(info.mip_dual_bound) else None,
    seconds=highs.getRunTime(),
)
