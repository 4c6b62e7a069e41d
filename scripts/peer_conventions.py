"""What the packages of the field return for one small table, and how our measures give the same.

Each comparison names a key of golden/peers_5x6.json, our result under the package's own conventions
(which must be theirs), our result by default, and why the two differ if they do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from recommender.measures.complexity import economic_complexity
from recommender.measures.density import relatedness_density, relative_density
from recommender.measures.evaluate import Evaluation
from recommender.measures.fitness import fitness_complexity
from recommender.measures.outlook import complexity_outlook_gain
from recommender.measures.reflections import method_of_reflections
from recommender.measures.registry import find
from recommender.measures.relatedness import cosine_by_ubiquity, minimum_conditional_probability
from recommender.measures.specialisation import location_quotient, presence

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

SELF = "counts the activity itself"
DIAGONAL = "diagonal 0 instead of 1; the density leaves it out in both"
SAMPLE = "standard deviation of a sample (n - 1) instead of the population"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One result of a package beside ours.

    `measure` is the name of our measure, None where we have none. `theirs` takes our inputs to the
    numbers that `package` gives for `key`; without it our default must be theirs. `reason` says why we differ.
    """

    package: str
    key: str
    measure: str | None
    theirs: Callable[[Inputs], Any] | None = None
    reason: str = ""

    def default(self, given: Inputs) -> Floats | None:
        """What we print without any option."""
        return None if self.measure is None else named(self.measure)(given)

    def reproduced(self, given: Inputs) -> Floats | None:
        """Their numbers by our functions; None where we do not compute such a thing."""
        return self.theirs(given) if self.theirs else self.default(given)


class Inputs:
    """The table of golden/peers_5x6.json and what our measures make of it."""

    def __init__(self, values: Sequence[Sequence[float]]) -> None:
        self.values: Floats = np.array(values, dtype=np.float64)
        self.quotient = location_quotient(self.values)
        self.present = presence(self.values)
        self.held = self.present.astype(np.float64)
        self.phi = minimum_conditional_probability(self.present)
        self.phi_0 = self.phi - np.diag(np.diagonal(self.phi))
        self.density = relatedness_density(self.present)
        self.complexity = economic_complexity(self.present)
        self.eci, self.pci = self.complexity.regions, self.complexity.activities

    @property
    def raw_pci(self) -> Floats:
        """The eigenvector itself: its mean weighted by ubiquity is 0, its length 1."""
        raw = self.pci - np.average(self.pci, weights=self.held.sum(axis=0))
        return np.asarray(raw / np.sqrt(raw @ raw))

    @property
    def raw_eci(self) -> Floats:
        return np.asarray(self.held @ self.raw_pci / self.held.sum(axis=1))

    def cosine(self) -> Floats:
        """Cosine of columns of presence, its diagonal 1."""
        return cosine_by_ubiquity(self.present) + np.eye(self.values.shape[1])


def z(scores: Floats, ddof: int = 0) -> Floats:
    """Standard scores."""
    return np.asarray((scores - scores.mean()) / scores.std(ddof=ddof), dtype=np.float64)


def named(name: str) -> Callable[[Inputs], Floats]:
    """A measure by its name, with its defaults."""
    return lambda given: np.asarray(Evaluation({"values": given.values})(name), dtype=np.float64)


def reflected(given: Inputs, steps: int, side: int) -> Floats:
    """Regions (side 0) or activities (side 1) by the method of reflections, scores of a sample."""
    return z(method_of_reflections(given.present, steps)[side], 1)


def iterated(given: Inputs, steps: int, side: int) -> Floats:
    """Fitness of regions (side 0) or complexity of activities (side 1) after so many steps."""
    found = fitness_complexity(given.present, steps)
    return (found.regions, found.activities)[side]


def cosine_density(given: Inputs) -> Floats:
    """The density of the cosine, the activity itself included."""
    return relatedness_density(given.present, given.cosine(), include_self=True)


def gauss_seidel(given: Inputs, side: int, steps: int = 20) -> Floats:
    """Fitness and complexity where the second half of a step sees the first."""
    fitness, quality = np.ones(given.held.shape[0]), np.ones(given.held.shape[1])
    for _ in range(steps):
        fitness = given.held @ quality
        fitness = fitness / fitness.mean()
        quality = 1 / (given.held.T @ (1 / fitness))
        quality = quality / quality.mean()
    return (fitness, quality)[side]


def self_included(given: Inputs) -> Floats:
    """The density that counts the activity itself."""
    return relatedness_density(given.present, include_self=True)


def stata_pci(given: Inputs) -> Floats:
    """PCI on the scale of ECI, so that ECI is the mean of PCI."""
    return np.asarray((given.raw_pci - given.raw_eci.mean()) / given.raw_eci.std(), dtype=np.float64)


def stata_outlook(given: Inputs) -> Floats:
    """COI of the raw eigenvector, standardised."""
    return z((self_included(given) * (1 - given.held)) @ given.raw_pci)


def stata_gain(given: Inputs) -> Floats:
    """COG of the raw eigenvector with the activity itself, in standard deviations of ECI."""
    return np.asarray(
        complexity_outlook_gain(given.present, given.phi, given.raw_pci, include_self=True) / given.raw_eci.std(),
        dtype=np.float64,
    )


def own_divisor_gain(given: Inputs) -> Floats:
    """COG with the relatedness around the activity gained, not around those that it brings nearer."""
    shares = given.phi_0 / given.phi_0.sum(axis=1, keepdims=True)
    return np.asarray((1 - given.held) * (((1 - given.held) * given.pci) @ shares.T), dtype=np.float64)


def atlas_gain(given: Inputs) -> Floats:
    """As `own_divisor_gain`, less what the activity itself contributes, also where it is present."""
    scores = z(method_of_reflections(given.present, 20)[1], 1)
    missing = 1 - given.held
    around = given.phi_0.sum(axis=0)
    return np.asarray(
        (missing * scores) @ (given.phi_0 / around) - (1 - missing @ given.phi_0 / around) * scores, dtype=np.float64
    )


def everywhere_relative(given: Inputs) -> Floats:
    """Relative density in sample deviations of the options, also where the activity is present."""
    options = np.where(given.present, np.nan, given.density)
    count = (~np.isnan(options)).sum(axis=1)
    mean, spread = np.nanmean(options, axis=1), np.sqrt(np.nanvar(options, axis=1) * count / (count - 1))
    flat = spread <= 1e-12
    return np.asarray((given.density - mean[:, None]) / np.where(flat, np.nan, spread)[:, None], dtype=np.float64)


def held_relative(given: Inputs) -> Floats:
    """Relative density, undefined instead of 0 where all options are alike."""
    found = relative_density(given.present)
    found[np.nanstd(np.where(given.present, np.nan, given.density), axis=1) <= 1e-12] = np.nan
    return found


def econgeo_density(given: Inputs, cut: float | None = None) -> Floats:
    """Percent, two decimals, from the association probability or its part over a cut."""
    phi = find("association-probability").compute(given.present)
    phi = phi if cut is None else (phi > cut).astype(np.float64)
    return np.asarray(np.round(np.nan_to_num(100 * relatedness_density(given.present, phi)), 2), dtype=np.float64)


def eigenvector_scale(given: Inputs, *, regions: bool) -> Floats:
    """EconGeo's KCI and TCI: an eigenvector of the matrix rounded to four decimals, over its sum."""
    row, column = given.held / given.held.sum(axis=1, keepdims=True), given.held / given.held.sum(axis=0)
    mixed = np.round(row @ column.T if regions else column.T @ row, 4)
    values, vectors = np.linalg.eig(mixed)
    axis = np.real(vectors[:, np.argsort(-values.real)[1]])
    found: Floats = axis / axis.sum()
    if regions and np.corrcoef(found, given.held.sum(axis=1))[0, 1] < 0:
        found = -found
    return found


def even_reflections(given: Inputs, steps: int) -> Floats:
    """Activities after an even number of reflections, from their ubiquity: high is simple."""
    row, column = given.held / given.held.sum(axis=1, keepdims=True), given.held / given.held.sum(axis=0)
    return z(np.linalg.matrix_power(column.T @ row, steps // 2) @ given.held.sum(axis=0))


def percent(scores: Floats) -> Floats:
    """From 0 for the lowest to 100 for the highest."""
    return np.asarray(100 * (scores - scores.min()) / (scores.max() - scores.min()), dtype=np.float64)
