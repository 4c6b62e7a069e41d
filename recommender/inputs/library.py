"""Vocabularies, path libraries and challenges: files that profiles build on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path as FilePath
from typing import Any, TypeAlias, TypeVar

from ..model.path import Path, PathLibrary
from ..model.problem import Code, InputErrors
from ..model.vocabulary import COMPETENCE_KINDS, Challenge, Competence, Vocabulary
from .folders import Chain, existing_inside
from .library_shape import CHALLENGES, PATHS, SCHEMA_VERSION, SPECIFICITY, VOCABULARY
from .nodes import Node, Scalar
from .reading import Reading, field_node
from .shapes import INVALID
from .structures import Record
from .text import read_text
from .yaml_reader import parse_yaml

SHIPPED = "shipped"
Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the shipped vocabulary, paths and challenges lie."""

    vocabulary: FilePath
    specificity: FilePath
    paths: tuple[FilePath, ...]
    challenges: FilePath
    root: FilePath

    def display(self, file: FilePath) -> str:
        """The name by which messages speak of a shipped file: the same on every machine."""
        return file.relative_to(self.root).as_posix()


@dataclass(frozen=True, slots=True)
class Included:
    """A node with the folder that file names in it start from, and the files that led to it."""

    node: Node | None
    folder: FilePath
    chain: Chain


def read_node(file: FilePath, reading: Reading, *, name: str | None = None, encoding: str = "utf-8") -> Node | None:
    """The YAML of a file; None if it cannot be read, which is then noted."""
    try:
        source = read_text(file, encoding=encoding)
        if name is not None:
            source = replace(source, name=name)
        return parse_yaml(reading.keep(source), reading.problems)
    except InputErrors as error:
        reading.take_problems(error)
        return None


def read_included(named: Scalar, base: FilePath, chain: Chain, reading: Reading) -> Included | None:
    """The file that a scalar in a file of the folder `base` names; None after a problem was noted."""
    line = reading.line_at(named.at)
    try:
        file = existing_inside(base, named.text, named.at, line)
        longer = chain.follow(file, named.at, line)
    except InputErrors as error:
        reading.take_problems(error)
        return None
    return Included(read_node(file, reading), file.parent, longer)


def read_record(node: Node | None, shape: Record, reading: Reading, path: str = "") -> Any:
    """What a record's node says, after its schema version was looked at; INVALID if it says nothing."""
    if node is None or not version_fits(node, reading):
        return INVALID
    return shape.read(node, reading, path)


def version_fits(node: Node, reading: Reading) -> bool:
    """Whether a file was made for this version of ris3; one made for another is not read any further."""
    version = field_node(node, "schema_version")
    text = getattr(version, "text", None)
    if text is None or not (text.isascii() and text.isdigit()) or text == SCHEMA_VERSION:
        return True
    message = f"the file is written for schema version {text[:20]}; this ris3 reads version {SCHEMA_VERSION}"
    newer = int(text[:20]) > int(SCHEMA_VERSION)
    reading.add(Code.SCHEMA_VERSION, message, version, hint="upgrade ris3" if newer else 'write schema_version: "1"')
    return False


def shipped_vocabulary(shelf: Shelf, reading: Reading) -> Vocabulary:
    """The vocabulary that comes with ris3, with its specificity."""
    vocabulary, apart = _vocabulary_of(shelf)
    reading.take_over(apart)
    return vocabulary


def shipped_paths(shelf: Shelf, reading: Reading) -> PathLibrary:
    """All path libraries that come with ris3, as one."""
    library, apart = _paths_of(shelf)
    reading.take_over(apart)
    return library


def shipped_challenges(shelf: Shelf, reading: Reading) -> Mapping[str, Challenge]:
    """The societal challenges that come with ris3, by id."""
    challenges, apart = _challenges_of(shelf)
    reading.take_over(apart)
    return challenges


@cache
def _vocabulary_of(shelf: Shelf) -> tuple[Vocabulary, Reading]:
    reading = Reading()
    values = read_record(_shipped_node(shelf.vocabulary, shelf, reading), VOCABULARY, reading, "vocabulary")
    reading.finish()
    return _with_specificity(_vocabulary(values, reading), shelf, reading), reading


@cache
def _specificity_of(shelf: Shelf) -> tuple[Mapping[str, Any], Reading]:
    reading = Reading()
    values = read_record(_shipped_node(shelf.specificity, shelf, reading), SPECIFICITY, reading, "specificity")
    reading.finish()
    return values, reading


@cache
def _paths_of(shelf: Shelf) -> tuple[PathLibrary, Reading]:
    reading = Reading()
    library = PathLibrary("", {})
    for file in shelf.paths:
        values = read_record(_shipped_node(file, shelf, reading), PATHS, reading, "library")
        reading.finish()
        library = _merge_paths(library, _paths(values))
    return library, reading


@cache
def _challenges_of(shelf: Shelf) -> tuple[Mapping[str, Challenge], Reading]:
    reading = Reading()
    values = read_record(_shipped_node(shelf.challenges, shelf, reading), CHALLENGES, reading, "challenges")
    reading.finish()
    return values["challenges"], reading


def _shipped_node(file: FilePath, shelf: Shelf, reading: Reading) -> Node | None:
    return read_node(file, reading, name=shelf.display(file))


def read_vocabulary(file: Included, shelf: Shelf, reading: Reading) -> Vocabulary | None:
    """A vocabulary, on top of what it extends; None after a problem was noted."""
    values = read_record(file.node, VOCABULARY, reading, "vocabulary")
    if values is INVALID:
        return None
    own = _vocabulary(values, reading)
    fields = [f"vocabulary.{kind}.{name}" for kind in COMPETENCE_KINDS for name in own.competences]
    below = _extended(file, shelf, reading, (shipped_vocabulary, read_vocabulary), fields)
    if below is not None:
        own = replace(own, competences={**below.competences, **own.competences})
    return _with_specificity(own, shelf, reading)


def read_paths(file: Included, shelf: Shelf, reading: Reading) -> PathLibrary | None:
    """A path library, on top of what it extends; None after a problem was noted."""
    values = read_record(file.node, PATHS, reading, "library")
    if values is INVALID:
        return None
    own = _paths(values)
    fields = [f"library.paths.{name}" for name in own.paths] + [f"library.sources.{name}" for name in own.sources]
    below = _extended(file, shelf, reading, (shipped_paths, read_paths), fields)
    return own if below is None else replace(_merge_paths(below, own), version=own.version)


Readers: TypeAlias = tuple[Callable[[Shelf, Reading], Content], Callable[[Included, Shelf, Reading], Content | None]]


def _extended(
    file: Included, shelf: Shelf, reading: Reading, readers: Readers[Content], overridden: list[str]
) -> Content | None:
    """What the `extends` of a vocabulary or path file stands for; None if it has none.

    The places of what the file itself writes again stay those in the file itself.
    """
    wanted = field_node(file.node, "extends") if file.node is not None else None
    if not isinstance(wanted, Scalar):
        return None
    shipped, read = readers
    apart = Reading(sources=dict(reading.sources))
    if wanted.text == SHIPPED:
        below: Content | None = shipped(shelf, apart)
    else:
        included = read_included(wanted, file.folder, file.chain, apart)
        below = None if included is None else read(included, shelf, apart)
    reading.take_over(apart, but=tuple(overridden))
    return below


def _vocabulary(values: Mapping[str, Any], reading: Reading) -> Vocabulary:
    competences: dict[str, Competence] = {}
    for kind in COMPETENCE_KINDS:
        for key, competence in values.get(kind, {}).items():
            if key in competences:
                message = f"the competence '{key}' stands under {competences[key].kind} and under {kind}"
                reading.add(Code.NAME_TWICE, message, reading.place_of(f"vocabulary.{kind}.{key}"),
                            hint="delete one of them")  # fmt: skip
            competences[key] = Competence(kind=kind, **competence)
    return Vocabulary(values.get("version", ""), competences)


def _with_specificity(vocabulary: Vocabulary, shelf: Shelf, reading: Reading) -> Vocabulary:
    values, apart = _specificity_of(shelf)
    reading.take_over(apart)
    known: dict[str, float] = values["specificity"]
    specificity = {key: known[key] for key in vocabulary.competences if key in known}
    if len(specificity) < len(vocabulary.competences):
        from statistics import median  # loading it costs more than the rest

        specificity = dict.fromkeys(vocabulary.competences, median(known.values())) | specificity
    return replace(vocabulary, specificity=specificity, specificity_version=values["version"])


def _paths(values: Mapping[str, Any]) -> PathLibrary:
    paths: dict[str, Path] = values["paths"]
    sources = {source.id: source for source in values.get("sources", ())}
    return PathLibrary(values.get("version", ""), paths, values.get("classification", "nace_rev2"), sources)


def _merge_paths(below: PathLibrary, above: PathLibrary) -> PathLibrary:
    return PathLibrary(
        max(below.version, above.version),
        {**below.paths, **above.paths},
        above.classification,
        {**below.sources, **above.sources},
    )
