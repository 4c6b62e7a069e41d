"""What is gathered while files are read: problems, warnings, and where each field stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

from ..model.problem import Code, InputErrors, Place, Problem, RecommenderError
from .nodes import Mapping, Node, Scalar
from .text import SourceText, nth_line

MOST_PROBLEMS = 100


@dataclass(frozen=True, slots=True)
class Mention:
    """A source named by a field, to be looked up once all sources are known."""

    name: str
    field: str
    at: Place


class _Everything(Set[str]):
    """The names of what could not be read: any name may be one of them."""

    def __contains__(self, name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 1


EVERYTHING = _Everything()


@dataclass(slots=True)
class Reading:
    """One run of reading: everything that is wrong is gathered, and told together at the end.

    `origins` maps a field of the model ("clusters.packaging.competences.t_vision") to its place. A
    `partial` reading leaves out what is wrong, puts any number or word in place of one that is wrong, and
    reads the rest: names can be looked at in what it makes, but nothing may be computed from it.
    """

    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    origins: dict[str, Place] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    sources: dict[str, SourceText] = field(default_factory=dict)
    partial: bool = False
    lost: set[str] = field(default_factory=set)
    """Sections of which a partial reading does not know what they name: misspelt, or in a file that is not there."""
    _inside: dict[str, set[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _indexed: int = field(default=0, init=False, repr=False, compare=False)

    def add(self, code: Code, message: str, at: Place | Node | None, *, hint: str | None = None) -> None:
        """Note a problem; reading goes on, so that the user sees all of them at once.

        Raises
        ------
        InputErrors
            When there are more than anybody will read.
        """
        self.problems.append(self._problem(code, message, at, hint))
        if len(self.problems) >= MOST_PROBLEMS:
            self.finish()

    def warn(self, code: Code, message: str, at: Place | Node | None, *, hint: str | None = None) -> None:
        """Note something that deserves a look but does not stop the run."""
        self.warnings.append(self._problem(code, message, at, hint))

    def _problem(self, code: Code, message: str, at: Place | Node | None, hint: str | None) -> Problem:
        place = at if at is None or isinstance(at, Place) else at.at
        return Problem(code, message, place, self.line_at(place), hint)

    def line_at(self, place: Place | None) -> str | None:
        """The line of the file that `place` points to."""
        if place is None or place.line is None or place.file not in self.sources:
            return None
        return nth_line(self.sources[place.file].text, place.line)

    def keep(self, source: SourceText) -> SourceText:
        """Remember a text that was read, for its lines and its hash."""
        self.sources[source.name] = source
        return source

    def take_problems(self, error: RecommenderError) -> None:
        """Note the problems of an error, so that reading can go on."""
        self.problems.extend(error.problems)

    def place_of(self, path: str) -> Place | None:
        """Where a field stands; for one that is not written out, where its parent does."""
        while path and path not in self.origins:
            path = path.rpartition(".")[0]
        return self.origins.get(path)

    def names(self, known: Iterable[str], *sections: str) -> Set[str]:
        """The `known` names of these sections; in a partial reading also those of what could not be read."""
        if not self.partial:
            return frozenset(known)
        if self.lost & {section.partition(".")[0] for section in sections}:
            return EVERYTHING
        return frozenset(known).union(*(self._written(section) for section in sections))

    def _written(self, section: str) -> Set[str]:
        """What stands directly in a section of the files, looked up often once they are read."""
        if len(self.origins) != self._indexed:
            self._inside, self._indexed = _children(self.origins), len(self.origins)
        return self._inside.get(section, frozenset())

    def take_over(self, other: Reading, *, but: tuple[str, ...] = ()) -> None:
        """Add what another reading gathered, except the places of the fields `but` and of what is in them."""
        self.problems += other.problems
        self.warnings += other.warnings
        self.mentions += other.mentions
        self.sources |= other.sources
        origins, inside = other.origins, tuple(f"{name}." for name in but)
        if but:
            origins = {
                name: place for name, place in origins.items() if name not in but and not name.startswith(inside)
            }
        self.origins = origins | self.origins

    def finish(self) -> None:
        """Raise what was gathered, in the order of the files."""
        if self.problems:
            raise InputErrors(sorted(self.problems, key=_in_file_order))


def _children(fields: Iterable[str]) -> dict[str, set[str]]:
    """For each field in which others stand, the names of those."""
    inside: dict[str, set[str]] = {}
    for name in fields:
        parent, _, child = name.rpartition(".")
        while parent and child not in inside.setdefault(parent, set()):
            inside[parent].add(child)
            parent, _, child = parent.rpartition(".")
    return inside


def _in_file_order(problem: Problem) -> tuple[str, int, int, str]:
    at = problem.at or Place("")
    return (at.file, at.line or 0, at.column or 0, problem.code.code)


def field_node(node: Node, key: str) -> Node | None:
    """The value of `key`, if `node` is a mapping that has it and it is not null."""
    if not isinstance(node, Mapping) or key not in node.entries:
        return None
    value = node.entries[key][1]
    return None if isinstance(value, Scalar) and value.is_null else value
