"""The null percentiles of paths, in one state of a region after another; what one shows is kept for the next."""

from __future__ import annotations

from collections.abc import Sequence

from ..measures.competence.arrays import Floats, Indices
from ..measures.competence.fit import Rules
from ..measures.competence.luck import null_percentiles
from ..measures.competence.made_up import relabellings
from ..measures.competence.memory import Memory
from ..measures.competence.supply import Capabilities, Needs
from ..model.config import Config
from .landscape import Landscape


class Luck:
    """Null percentiles under any settings. The numbers are those of a fresh look; only the work is less."""

    def __init__(self) -> None:
        self._labels: dict[tuple[tuple[str, ...], bytes, int, int], Indices] = {}
        self._memories: list[Memory] = []

    def percentiles(
        self, region: Capabilities, land: Landscape, config: Config, rules: Rules, paths: Sequence[Needs], fits: Floats
    ) -> list[float]:
        """The percentile of each path in a region, whose actors are those of `land`, at its fit."""
        labels = self._relabellings(land, config)
        known = self._memory(region, labels, rules).about(region, land.actors, paths)
        return list(map(float, null_percentiles(region, paths, fits, labels, rules, known)))

    def _relabellings(self, land: Landscape, config: Config) -> Indices:
        key = land.competences, land.kinds.tobytes(), config.luck.draws, config.luck.seed
        if key not in self._labels:
            self._labels[key] = relabellings(land.kinds, config.luck.draws, config.luck.seed)
        return self._labels[key]

    def _memory(self, region: Capabilities, labels: Indices, rules: Rules) -> Memory:
        for memory in self._memories:
            if memory.serves(region, labels, rules):
                return memory
        alike = [memory for memory in self._memories if memory.serves(region, labels, memory.rules)]
        self._memories.append(Memory(rules, labels, region.specificity, beside=alike))
        return self._memories[-1]
