"""What regions may enter, and how good such forecasts were on cells that nobody had seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.evidence import in_language
from ...model.forecast import Chance, Check, Forecast
from ...wording import label
from ...wording.numbers import NOTHING, count, decimal, of_hundred
from ..blocks import Block, Column, Heading, Pairs, Paragraph, Table, Title, View
from ..render import Options
from . import VIEWS

SHOWN = 20


@VIEWS.add(Forecast)
def forecast_view(result: Forecast, options: Options) -> View:
    """The verdict first, then the likeliest entries, then what was promised and what came true."""
    words = _Words(result, options.language)
    blocks: list[Block] = [Title(words.title()), Paragraph(verdict(result, options.language))]
    if result.check:
        blocks.append(Pairs(tuple(_figures(result.check, words))))
    if result.chances:
        blocks += [Heading(words.say("first")), _first(result, words)]
    else:
        blocks.append(Paragraph(words.say("nobody").format(cut=decimal(result.cut, words.language))))
    if len(result.chances) > SHOWN:
        shown = {"shown": count(SHOWN, words.language), "count": count(len(result.chances), words.language)}
        blocks.append(Paragraph(words.say("beyond").format(**shown), quiet=True))
    if result.check:
        blocks += _check(result.check, words)
    blocks.append(Paragraph(words.say("advice").format(cut=decimal(result.cut, words.language)), quiet=True))
    return tuple(blocks)


def verdict(result: Forecast, language: str) -> str:
    """Whether the probabilities can be relied on, and why not."""
    told = label("standing", result.standing, language)
    reasons = "; ".join(label("standing_reason", reason, language) for reason in result.reasons)
    return f"{told} ({reasons[0].upper()}{reasons[1:]}.)" if reasons else told


@dataclass(frozen=True, slots=True)
class _Words:
    result: Forecast
    language: str

    def say(self, key: str, group: str = "forecast") -> str:
        return label(group, key, self.language)

    def head(self, key: str, *, number: bool = False) -> Column:
        return Column(self.say(key, "forecast_column"), "right" if number else "left", wraps=not number)

    def title(self) -> str:
        found = self.result
        if found.origin is None:
            return self.say("title_without_years").format(table=found.table)
        return self.say("title").format(table=found.table, horizon=found.horizon, origin=found.origin)

    def number(self, value: float | None, places: int = 2) -> str:
        return decimal(value, self.language, places)

    def hundred(self, value: float | None) -> str:
        return NOTHING if value is None else decimal(value * 100, self.language, 1)

    def ranged(self, value: float, ends: tuple[float, float], places: int = 2) -> str:
        low, high = (self.number(end, places) for end in ends)
        return self.say("range").format(value=self.number(value, places), low=low, high=high)

    def name(self, code: str) -> str:
        known = self.result.names.get(code)
        name = in_language(known, self.language) if known else code
        return name if code in name else f"{code} {name}"

    def families(self, names: tuple[str, ...]) -> str:
        return ", ".join(self.say(name, "feature_family") for name in names)


def _figures(check: Check, words: _Words) -> Iterator[tuple[str, str]]:
    entries = {"entries": count(check.entries, words.language), "candidates": count(check.candidates, words.language)}
    error = words.number(check.calibration_error, 3), words.number(check.perfect_calibration_error, 3)
    yield words.say("windows"), ", ".join(f"{start}–{end}" for start, end in check.windows)
    yield words.say("candidates"), words.say("of").format(**entries)
    yield words.say("base_rate"), words.hundred(check.base_rate)
    yield words.say("lasting_rate"), words.hundred(check.lasting_rate)
    yield words.say("lift"), words.ranged(check.lift, check.lift_range)
    shown = words.number(check.block_lift), _newest(check, words)
    yield words.say("lift_shown"), "; ".join(shown)
    if check.rate_factor < 1:
        yield words.say("rarer"), words.number(check.rate_factor)
    if check.gain is not None and check.gain_range is not None:
        yield words.say("gain"), words.ranged(check.gain, check.gain_range, 3)
    yield words.say("brier"), words.number(check.brier_skill, 3)
    yield words.say("calibration"), words.say("against").format(error=error[0], perfect=error[1])


def _newest(check: Check, words: _Words) -> str:
    found = check.forward
    if found is None:
        return words.say("no_newest")
    entries = count(found.entries, words.language)
    start, end = found.window
    return words.say("newest").format(lift=words.number(found.lift), start=start, end=end, entries=entries)


def _first(result: Forecast, words: _Words) -> Table:
    shown = result.chances[:SHOWN]
    numbers = ("enters", "stays") if any(chance.probability is not None for chance in shown) else ("baseline",)
    told = any(chance.speaks_for or chance.speaks_against for chance in shown)
    heads = [words.head("region"), words.head("activity"), *(words.head(key, number=True) for key in numbers)]
    heads += [words.head("for"), words.head("against")] if told else []
    return Table(tuple(heads), tuple(_row(chance, words, numbers, told=told) for chance in shown))


def _row(chance: Chance, words: _Words, numbers: tuple[str, ...], *, told: bool) -> tuple[str, ...]:
    cells = {
        "enters": words.hundred(chance.probability),
        "stays": words.hundred(chance.probability_lasting),
        "baseline": str(of_hundred(chance.baseline)),
    }
    speaks = (words.families(chance.speaks_for), words.families(chance.speaks_against)) if told else ()
    return (words.name(chance.region), words.name(chance.activity), *(cells[key] for key in numbers), *speaks)


def _check(check: Check, words: _Words) -> Iterator[Block]:
    ordered = sorted(check.average_precision.items(), key=lambda item: (-item[1], item[0]))
    yield Heading(words.say("methods"))
    yield Table(
        (words.head("method"), words.head("average_precision", number=True)),
        tuple((words.say(name, "forecast_method"), words.number(value, 3)) for name, value in ordered),
    )
    yield Heading(words.say("reliability"))
    yield Table(
        tuple(words.head(key, number=True) for key in ("count", "promised", "realised")),
        tuple(
            (count(group.count, words.language), words.hundred(group.promised), words.hundred(group.realised))
            for group in check.reliability
        ),
    )
    if check.weights:
        yield Heading(words.say("matters"))
        yield Table(
            (words.head("family"), words.head("weight", number=True)),
            tuple((words.say(name, "feature_family"), words.number(share)) for name, share in check.weights.items()),
        )
