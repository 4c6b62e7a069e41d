"""Which rank a path would have if all others stayed where they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..model.config import Config, Criterion, Lens
from ..model.recommendation import Recommendation
from .scoring import Criteria, score, shared_criteria


class Rivals:
    """The paths of an answer but one, which keep their criteria whatever becomes of that one."""

    def __init__(self, path: str, answer: Recommendation, config: Config, lens: Lens) -> None:
        self._path, self._config, self._lens = path, config, lens
        self._criteria = {item.id: item.criteria for item in answer.opportunities if item.id != path}
        self._places: dict[tuple[Criterion, ...], list[tuple[float, str]]] = {}

    def rank(self, criteria: Criteria) -> int:
        """The rank of the path with some criteria."""
        shared = shared_criteria([*self._criteria.values(), criteria], self._lens.criteria)
        if shared not in self._places:
            self._places[shared] = sorted(self._place(*each, shared) for each in self._criteria.items())
        return 1 + bisect_left(self._places[shared], self._place(self._path, criteria, shared))

    def _place(self, path: str, criteria: Criteria, shared: Sequence[Criterion]) -> tuple[float, str]:
        return -score(criteria, shared, self._lens.criteria, self._config.aggregation).score, path
