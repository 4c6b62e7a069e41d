"""Strict YAML: a subset that means the same to every reader, with the place of every value.

The events come from libyaml; nothing is built by PyYAML, so that nothing is guessed (`01`, `NO`
and `1:30` stay texts) and nothing expands. Anchors, tags, merge keys, duplicate keys, several
documents and deep nesting are refused.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any, NoReturn

from ..model.problem import Code, Place, Problem, input_error
from .nodes import Mapping, Node, Scalar, Sequence
from .reading import MOST_PROBLEMS
from .text import FORBIDDEN, SourceText

MOST_VALUES = 200_000
DEEPEST = 32
_OPENED = {"flow sequence": "this bracket", "flow mapping": "this brace", "quoted scalar": "this quote"}


def parse_yaml(source: SourceText, problems: list[Problem]) -> Node:
    """The one document of `source` as nodes; keys that stand twice are added to `problems`.

    Raises
    ------
    InputErrors
        If it is not YAML, or uses what profiles do not use.
    """
    return _Builder(source, problems).document()


class _Builder:
    def __init__(self, source: SourceText, problems: list[Problem]) -> None:
        import yaml

        if not yaml.__with_libyaml__:
            raise RuntimeError("PyYAML was installed without libyaml; reinstall it from a wheel")
        self._source = source
        self._problems = problems
        self._values = 0
        self._yaml = yaml
        self._loader = yaml.CLoader(source.text)
        self._next: Callable[[], Any] = self._loader.get_event

    def document(self) -> Node:
        yaml = self._yaml
        try:
            return self._document()
        except yaml.MarkedYAMLError as error:
            self._refuse_syntax(error)
        except yaml.YAMLError as error:
            self._raise(Code.YAML_SYNTAX, f"this is not YAML: {error}".splitlines()[0], Place(self._source.name))
        finally:
            self._loader.dispose()

    def _refuse_syntax(self, error: Any) -> NoReturn:
        """What is never closed is told where it was opened: where the parser gave up is often far below."""
        message, mark = error.problem or "this is not YAML", error.problem_mark or error.context_mark
        opened = next((what for what in _OPENED if what in (error.context or "")), None)
        if opened and error.context_mark and ("expected" in message):
            message, mark = f"{_OPENED[opened]} is not closed: {message}", error.context_mark
        at = Place(self._source.name, mark.line + 1, mark.column + 1) if mark else Place(self._source.name)
        if at.line and (self._source.line(at.line) or "")[mark.column : mark.column + 1] == "\t":
            message = "a tab cannot stand here"
        self._raise(Code.YAML_SYNTAX, message, at, hint=_syntax_hint(message))

    def _document(self) -> Node:
        events = self._yaml.events
        self._next()  # start of the stream
        if not isinstance(self._next(), events.DocumentStartEvent):
            message = "the file holds no values, only comments"
            raise input_error(Code.FILE_EMPTY, message, Place(self._source.name))
        node = self._node(self._next(), 1)
        self._next()  # end of the document
        following = self._next()
        if isinstance(following, events.DocumentStartEvent):
            self._refuse(Code.YAML_FEATURE, "a second document starts here", following, hint="one file, one document")
        return node

    def _node(self, event: Any, depth: int) -> Node:
        events = self._yaml.events
        if event.anchor is not None:
            self._refuse(Code.YAML_FEATURE, "anchors and aliases (& and *) are not used here", event,
                         hint="write the value out, or put it in quotes if it is meant as text")  # fmt: skip
        if event.tag is not None:
            self._refuse(Code.YAML_FEATURE, f"tags ({event.tag}) are not used here", event, hint="delete the tag")
        self._values += 1
        if self._values > MOST_VALUES:
            self._refuse(Code.YAML_SIZE, f"more than {MOST_VALUES:,} values", event)
        if isinstance(event, events.ScalarEvent):
            return self._scalar(event)
        if depth > DEEPEST:
            self._refuse(Code.YAML_DEPTH, f"nested deeper than {DEEPEST} levels", event)
        return (
            self._mapping(event, depth) if isinstance(event, events.MappingStartEvent) else self._sequence(event, depth)
        )

    def _scalar(self, event: Any) -> Scalar:
        text: str = event.value
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        # Only double quotes can write what stands nowhere in the file.
        found = FORBIDDEN.search(text) if event.style == '"' else None
        if found:
            message = f"the character U+{ord(found[0]):04X} is not allowed"
            self._refuse(Code.FILE_CONTROL, message, event, hint="delete it")
        return Scalar(text, self._place(event), bool(event.style))

    def _sequence(self, start: Any, depth: int) -> Sequence:
        end = self._yaml.events.SequenceEndEvent
        items: list[Node] = []
        while not isinstance(event := self._next(), end):
            items.append(self._node(event, depth + 1))
        return Sequence(items, self._place(start))

    def _mapping(self, start: Any, depth: int) -> Mapping:
        end = self._yaml.events.MappingEndEvent
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := self._next(), end):
            key = self._key(event, depth)
            if key.text in entries and len(self._problems) < MOST_PROBLEMS:
                self._problems.append(self._twice(key, entries[key.text][0]))
            entries[key.text] = (key, self._node(self._next(), depth + 1))
        return Mapping(entries, self._place(start))

    def _key(self, event: Any, depth: int) -> Scalar:
        key = self._node(event, depth) if isinstance(event, self._yaml.events.ScalarEvent) else None
        if not isinstance(key, Scalar):
            self._refuse(Code.YAML_FEATURE, "a key must be a plain text", event)
        if key.text == "<<" and not key.quoted:
            self._refuse(Code.YAML_FEATURE, "merge keys (<<) are not used here", event, hint="write the values out")
        return key

    def _twice(self, key: Scalar, first: Scalar) -> Problem:
        message = f"the key '{key.text}' stands here and in line {first.at.line}"
        line = self._source.line(key.at.line or 1)
        return Problem(Code.YAML_DUPLICATE, message, key.at, line, "keep one of them")

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self._source.name, mark.line + 1, mark.column + 1)

    def _refuse(self, code: Code, message: str, event: Any, *, hint: str | None = None) -> NoReturn:
        self._raise(code, message, self._place(event), hint=hint)

    def _raise(self, code: Code, message: str, at: Place, *, hint: str | None = None) -> NoReturn:
        line = self._source.line(at.line) if at.line else None
        raise input_error(code, message, at, line=line, hint=hint) from None


def _syntax_hint(problem: str | None) -> str | None:
    if problem and ("cannot start any token" in problem or "a tab" in problem):
        return "indent with spaces, and put texts with special characters in quotes"
    if problem and "is not closed" in problem:
        return "close it; put texts that contain a colon, a comma or a bracket in quotes"
    if problem and ("mapping values are not allowed" in problem or "expected" in problem):
        return "check the indentation, and put texts that contain a colon or a comma in quotes"
    return None
