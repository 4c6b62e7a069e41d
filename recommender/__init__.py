"""What a region can grow into next: the library behind `ris3`.

    from recommender import Request, recommend

    answer = recommend(Request("my-region/profile.yaml", lens="green"))
    for item in answer.opportunities:
        print(item.rank, item.id, item.band, item.score)

In a notebook `answer` alone shows the ranking; `as_frame(answer)` is its table. See docs/python.md.

Each job below is one function of `recommender.workflows`, loaded when it is first asked for.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .outputs.frame import as_frame
    from .workflows.audit import audit
    from .workflows.backtest import BacktestRequest, backtest
    from .workflows.ecosystem import clusters
    from .workflows.goals import reach_goal
    from .workflows.governance import governance
    from .workflows.measures import measure_frame
    from .workflows.partners import partners
    from .workflows.predict import PredictRequest, predict
    from .workflows.projects import check_project, run_project
    from .workflows.recommend import compare, explain, recommend
    from .workflows.report import report
    from .workflows.request import Request
    from .workflows.roadmaps import roadmap
    from .workflows.scenarios import compare_scenarios, run_scenario
    from .workflows.sensitivity import sensitivity

__all__ = [
    "BacktestRequest", "PredictRequest", "Request", "as_frame", "audit", "backtest", "check_project", "clusters",
    "compare", "compare_scenarios", "explain", "governance", "measure_frame", "partners", "predict", "reach_goal",
    "recommend", "report", "roadmap", "run_project", "run_scenario", "sensitivity",
]  # fmt: skip

_HOMES = {
    "BacktestRequest": "workflows.backtest",
    "PredictRequest": "workflows.predict",
    "Request": "workflows.request",
    "as_frame": "outputs.frame",
    "check_project": "workflows.projects",
    "clusters": "workflows.ecosystem",
    "compare": "workflows.recommend",
    "compare_scenarios": "workflows.scenarios",
    "explain": "workflows.recommend",
    "measure_frame": "workflows.measures",
    "reach_goal": "workflows.goals",
    "roadmap": "workflows.roadmaps",
    "run_project": "workflows.projects",
    "run_scenario": "workflows.scenarios",
}
"""Where something lives that is not in the workflow of its own name."""


@cache
def _shown_in_notebooks() -> None:
    from .model.backtest import Backtest
    from .model.forecast import Forecast
    from .model.measured import MeasureTable
    from .model.recommendation import Comparison, Explanation, Recommendation
    from .model.study import Study, Trial
    from .outputs.notebook import teach

    teach((Backtest, Comparison, Explanation, Forecast, MeasureTable, Recommendation, Study, Trial))


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'recommender' has no attribute '{name}'")
    _shown_in_notebooks()
    return getattr(import_module(f".{_HOMES.get(name, f'workflows.{name}')}", __name__), name)
