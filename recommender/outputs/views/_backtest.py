"""The words and numbers of a backtest in one language: its verdicts above all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.backtest import ENTRY, LASTING, Backtest, Estimate, MethodResult, NotAsked, Question, compared
from ...wording import label
from ...wording.numbers import NOTHING, count, decimal
from ..blocks import Column

FIGURES = (
    "average_precision", "lift", "f1", "precision_at_10", "precision_at_1000", "roc_auc", "brier_skill",
    "calibration_error",
)  # fmt: skip
PROBABILITIES = ("brier_skill", "calibration_error")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one origin, or all together (None), say about our forecast, in a few sentences."""

    origin: int | None
    outcome: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.sentences)


@dataclass(frozen=True, slots=True)
class Telling:
    """Everything that is said of a backtest goes through here."""

    result: Backtest
    language: str

    def say(self, key: str, group: str = "backtest") -> str:
        return label(group, key, self.language)

    def head(self, key: str, *, number: bool = False) -> Column:
        return Column(self.say(key, "backtest_column"), "right" if number else "left", wraps=not number, key=key)

    def named(self, method: str) -> Column:
        return Column(self.method(method), "right")

    def method(self, name: str) -> str:
        return self.say(name, "forecast_method")

    def number(self, value: float | None, places: int = 3) -> str:
        return decimal(value, self.language, places)

    def hundred(self, value: float | None, places: int = 1) -> str:
        return NOTHING if value is None else decimal(value * 100, self.language, places)

    def count(self, value: int) -> str:
        return count(value, self.language)

    def ranged(self, estimate: Estimate | None, places: int = 3) -> str:
        if estimate is None or estimate.value is None:
            return NOTHING
        if estimate.low is None or estimate.high is None:
            return self.number(estimate.value, places)
        value, low, high = (self.number(part, places) for part in (estimate.value, estimate.low, estimate.high))
        return self.say("range").format(value=value, low=low, high=high)

    def entered(self, question: Question) -> str:
        entries, candidates = self.count(question.entries), self.count(question.candidates)
        return self.say("of").format(entries=entries, candidates=candidates)

    def origin(self, origin: int | None) -> str:
        return self.say("together") if origin is None else str(origin)

    def origins(self) -> str:
        return ", ".join(map(str, self.result.origins))

    def title(self) -> str:
        return self.say("title").format(table=self.result.table, horizon=self.result.horizon)

    def not_asked(self, item: NotAsked) -> str:
        told = {
            "variant": self.say(item.variant, "backtest_variant"),
            "reason": self.say(item.reason, "backtest_missing"),
        }
        return self.say("not_asked_item").format(origin=item.origin, **told)

    def verdicts(self) -> tuple[Verdict, ...]:
        """One an origin, and first one over all where there are several."""
        asked = [self.result.at(origin) for origin in ((None,) if self.result.together else ()) + self.result.origins]
        return tuple(Verdict(item.origin, item.outcome, tuple(self._sentences(item))) for item in asked if item)

    def _sentences(self, question: Question) -> Iterator[str]:
        outcome = question.outcome
        yield self._outcome(question, outcome)
        if outcome == "nobody_entered" or question.origin is None:
            return
        if question.stands_for is not None and not _same(question):
            yield self.say("stands_for", "backtest_verdict").format(method=self.method(question.stands_for))
        yield from self._forest(question)
        yield from self._tenth(question)
        yield self._probabilities("enters", question.ours)
        stays = self.result.at(question.origin, LASTING)
        if stays is not None:
            yield self._probabilities("stays", stays.ours)
        yield from self._others(question.origin)
        yield self.say(question.standing, "backtest_verdict")

    def _outcome(self, question: Question, outcome: str) -> str:
        key = outcome if question.origin is not None else f"together_{outcome}"
        best = question.best_simple
        if _same(question):
            key = "same"
        facts = {
            "origin": self.origin(question.origin), "count": len(self.result.origins),
            "ours": self.number(question.ours.value("average_precision")),
        }  # fmt: skip
        if best is not None:
            lead = best.lead.get("average_precision", Estimate(None))
            facts |= {
                "method": self.method(best.method), "simple": self.number(best.value("average_precision")),
                "low": self.number(lead.low), "high": self.number(lead.high),
            }  # fmt: skip
        return self.say(key, "backtest_verdict").format(**facts)

    def _others(self, origin: int) -> Iterator[str]:
        """Ours beside the best simple method on the other questions."""
        asked = [item for item in self.result.questions if item.origin == origin and item.variant != ENTRY]
        told = [
            f"{self.say(item.variant, 'backtest_variant')}: {self.say(item.outcome, 'backtest_outcome')}"
            for item in asked
            if item.best_simple is not None
        ]
        if told:
            yield self.say("others", "backtest_verdict").format(others="; ".join(told))

    def _forest(self, question: Question) -> Iterator[str]:
        if question.forest is not None:
            told = self.say(f"forest_{compared(question.forest)}", "backtest_verdict")
            yield told.format(forest=self.number(question.forest.value("average_precision")))

    def _tenth(self, question: Question) -> Iterator[str]:
        base, lift = question.entries / max(question.candidates, 1), question.ours.value("lift")
        if lift is None:
            return
        yield self.say("tenth", "backtest_verdict").format(found=self.hundred(lift * base), all=self.hundred(base))
        if question.promised_lift is not None:
            promised, came = self.number(question.promised_lift, 1), self.number(lift, 1)
            yield self.say("promised", "backtest_verdict").format(promised=promised, came=came)

    def _probabilities(self, what: str, ours: MethodResult) -> str:
        skill, error = (ours.figures.get(name) for name in PROBABILITIES)
        perfect = ours.perfect_calibration_error
        if skill is None or error is None or perfect is None or skill.low is None or skill.high is None:
            return self.say(f"{what}_none", "backtest_verdict")
        state = "held" if skill.low > 0 else "failed" if skill.high < 0 else "unsure"
        return self.say(f"{what}_{state}", "backtest_verdict").format(
            skill=self.number(skill.value), low=self.number(skill.low), high=self.number(skill.high),
            error=self.hundred(error.value), perfect=self.hundred(perfect.value),
        )  # fmt: skip


def _same(question: Question) -> bool:
    """Whether ours was itself the simple method that turned out best."""
    best = question.best_simple
    return best is not None and question.entries > 0 and question.stands_for == best.method


def rivals(question: Question) -> list[MethodResult]:
    """Ours, the best simple method and the random forest, as far as there are any."""
    found = [question.ours, question.best_simple, question.forest]
    return [item for item in found if item is not None]
