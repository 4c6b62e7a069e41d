"""Two profiles -> the scenario that turns the first into the second."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model.problem import Code, Problem, RecommenderError
from ..model.profile import Profile
from .library_shape import SCHEMA_VERSION
from .overlay import plain_sections
from .shapes import Plain

ENDS = (("a", "b"), ("from", "to"))


def scenario_between(old: Profile, new: Profile, name: str, reason: str) -> dict[str, Plain]:
    """A scenario file, as plain values, under which `old` is `new`; each edit gives `reason` to be replaced.

    Raises
    ------
    RecommenderError
        If they differ in what scenarios do not change: the vocabulary, the note.
    """
    if old.vocabulary != new.vocabulary:
        message = "the two profiles use different vocabularies, which a scenario cannot change"
        raise RecommenderError([Problem(Code.NAME_RULE, message, hint="give both the same vocabulary")])
    return scenario_from_plain(plain_sections(old), plain_sections(new), name, reason)


def scenario_from_plain(
    before: Mapping[str, Plain], after: Mapping[str, Plain], name: str, reason: Plain
) -> dict[str, Plain]:
    """The same from what `plain_sections` gives of the two profiles."""
    shared = [section for section in before if section in after]
    edits = [edit for section in shared for edit in _between((section,), before[section], after[section])]
    plain: dict[str, Plain] = {"schema_version": SCHEMA_VERSION, "name": name}
    for action in ("set", "add", "remove"):
        found = [{"at": ".".join(at), **value, "reason": reason} for kind, at, value in edits if kind == action]
        plain |= {action: found} if found else {}
    return plain


Change = tuple[str, tuple[str, ...], dict[str, Plain]]


def _between(at: tuple[str, ...], old: Plain, new: Plain) -> Iterator[Change]:
    if old == new:
        return
    if _is_mapping(old) and _is_mapping(new):
        yield from _mappings(at, old, new)
    elif isinstance(old, list) and isinstance(new, list) and _names(old) is not None and _names(new) is not None:
        yield from _lists(at, old, new)
    else:
        yield "set", at, {"value": new}


def _is_mapping(value: Plain) -> bool:
    """Whether it is taken apart; a number with its evidence, or a text in several languages, is one value."""
    return isinstance(value, Mapping) and not {"value", "level", "en"} & value.keys()


def _mappings(at: tuple[str, ...], old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for key in sorted(old.keys() - new.keys()):
        yield "remove", (*at, key), {}
    for key, value in new.items():
        if key not in old:
            yield "set", (*at, key), {"value": value}
        else:
            yield from _between((*at, key), old[key], value)


def _lists(at: tuple[str, ...], old: list[Any], new: list[Any]) -> Iterator[Change]:
    before = dict(zip(_names(old) or (), old, strict=True))
    after = dict(zip(_names(new) or (), new, strict=True))
    for name in sorted(before.keys() - after.keys()):
        yield "remove", (*at, *name), {}
    for name, value in after.items():
        if name not in before:
            yield "add", at, {"value": value}
        else:
            yield from _between((*at, *name), before[name], value)


def _names(rows: Sequence[Any]) -> list[tuple[str, ...]] | None:
    """By what each row of a list is known; None if rows are not all known by something of their own."""
    names = [_name(row, rows) for row in rows]
    known = [name for name in names if name]
    return known if len(set(known)) == len(rows) else None


def _name(row: Any, rows: Sequence[Any]) -> tuple[str, ...]:
    if not isinstance(row, Mapping):
        return ()
    if "id" in row:
        return (str(row["id"]),)
    for first, second in ENDS:
        if first in row and second in row:
            alike = [other for other in rows if {other.get(first), other.get(second)} == {row[first], row[second]}]
            kind = (str(row.get("kind", "co_develops")),) if len(alike) > 1 else ()
            return (str(row[first]), str(row[second]), *kind)
    return ()
