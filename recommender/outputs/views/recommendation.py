"""What the strategy team sees: the answer first, then the ranking, the reasons, and what limits both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...model.finding import Finding
from ...model.recommendation import Opportunity, Recommendation
from ..blocks import Block, Bullets, Heading, Pairs, Paragraph, Steps, Table, Title, View
from ..gaps import gap_finding, main_gap
from ..render import Options
from ..summary import portfolio, summary
from . import VIEWS
from ._ranking import ranking
from ._words import Words

NUMBERS = ("fit", "fit_range")
MOST_EXPLAINED = 5
MOST_REASONS = 3
MOST_UNRANKED = 12
MOST_OF_A_KIND = 4
"""So many findings of a kind are told; all of them stand in the JSON."""

PASSED_OVER = ("luck", "nearby", "disagrees_with_declared_kind")
"""Told by the table, or by `explain`: here they would hide what matters."""

HEADER = ("assessed", "judged", "strongest", "weighting", "reference_vintage", "region_recoded")
OVERALL = ("thin_profile", "nothing_eligible")
"""Findings that are the answer, when there are any."""

ABOVE = ("illustrative",)


@VIEWS.add(Recommendation)
def recommendation_view(answer: Recommendation, options: Options) -> View:
    words = Words(answer, options.language)
    blocks: list[Block] = [
        Title(words.label("title", f"recommendation_{answer.subject}").format(region=words.region()))
    ]
    blocks += _header(words)
    blocks += _answer(words)
    blocks += ranking(words)
    if any(item.novelty for item in answer.opportunities):
        blocks += _listed("portfolio", portfolio(answer), words)
    blocks += _reasons(words)
    blocks += _further(words)
    blocks += unranked_blocks(words)
    blocks += _listed("limits", _limits(words), words)
    blocks += _steps(words, options.source)
    return tuple(blocks)


def _header(words: Words) -> Iterator[Block]:
    """What the answer rests on, before the answer."""
    known = [*summary(words.answer), *words.answer.warnings]
    yield from (Paragraph(words.sentence(finding), quiet=True) for finding in known if finding.kind in ABOVE)
    told = [(kind, finding) for kind in HEADER for finding in known if finding.kind == kind]
    if told:
        yield Pairs(tuple((words.label("header", kind), words.sentence(finding)) for kind, finding in told))


def _answer(words: Words) -> Iterator[Block]:
    """The answer in a sentence or two."""
    overall = [finding for kind in OVERALL for finding in words.answer.findings if finding.kind == kind]
    if words.answer.opportunities or not overall:
        overall += [finding for finding in summary(words.answer) if finding.kind == "outcome"]
    yield from (Paragraph(words.sentence(finding)) for finding in overall)


def _reasons(words: Words) -> Iterator[Block]:
    """Of the first few: why, what stands in the way, and who could help."""
    explained = words.answer.opportunities[:MOST_EXPLAINED] if words.answer.subject == "paths" else ()
    if explained:
        yield Heading(words.heading("reasons"))
    for item in explained:
        told = [finding for finding in (*item.reasons, *item.warnings) if finding.kind not in PASSED_OVER]
        gap = main_gap(item)
        told = [*told[: MOST_REASONS - 1], *([gap_finding(item, gap)] if gap else [])]
        yield Bullets(tuple(map(words.sentence, told)), f"{item.rank}. {words.title_of(item)}")


def _other_findings(words: Words) -> Iterator[Finding]:
    """What is not said elsewhere already."""
    told = {_key(finding) for item in words.answer.opportunities[:MOST_EXPLAINED] for finding in item.warnings}
    alone = {finding.subject for finding in words.answer.findings if finding.facts.get("lead", "") is None}
    for finding in words.answer.findings:
        with_a_loner = finding.kind == "unconnected_asset" and finding.facts["lead"] in alone
        told_already = finding.kind in OVERALL or _key(finding) in told or _told_below(finding, words)
        if not (with_a_loner or told_already):
            yield finding


def _told_below(finding: Finding, words: Words) -> bool:
    """Whether the list of what is not recommended says it already: what a single path lacks."""
    return finding.kind == "prerequisite" and len(finding.facts["paths"]) < 2 and bool(words.answer.opportunities)


def _key(finding: Finding) -> tuple[str, str]:
    return finding.kind, finding.subject


def _further(words: Words) -> Iterator[Block]:
    """What else the ranking shows: a few of each kind with the lines they rest on, and how many more there are."""
    told: dict[str, list[Finding]] = {}
    for finding in _other_findings(words):
        told.setdefault(finding.kind, []).append(finding)
    few = tuple(words.told(finding) for found in told.values() for finding in found[:MOST_OF_A_KIND])
    left = sum(max(0, len(found) - MOST_OF_A_KIND) for found in told.values())
    if few:
        yield Heading(words.heading("findings"))
        yield Bullets(few, more=words.label("cell", "more_findings").format(count=left) if left else "")


def _limits(words: Words) -> Iterator[Finding]:
    return (finding for finding in words.answer.warnings if finding.kind not in (*HEADER, *ABOVE))


def _listed(heading: str, findings: Iterable[Finding], words: Words) -> Iterator[Block]:
    told = tuple(dict.fromkeys(words.sentence(finding) for finding in findings))
    if told:
        yield Heading(words.heading(heading))
        yield Bullets(told)


def unranked_blocks(words: Words) -> Iterator[Block]:
    """Open questions, then what is not possible, each with its reason."""
    items = words.answer.not_recommended
    paths = words.answer.subject == "paths"
    asked = [item for item in items if item.band == "not_assessed" and paths]
    if asked:
        yield Heading(words.heading("not_assessed"))
        yield _table(asked, ("fit_range", "ask"), words)
    rest = [item for item in items if item not in asked]
    if rest:
        yield Heading(words.heading("not_yet"))
        yield _table(rest, ("fit", "why") if paths else ("why",), words)


def _table(items: Sequence[Opportunity], more: tuple[str, ...], words: Words) -> Table:
    first = "path" if words.answer.subject == "paths" else "activity"
    keys = tuple(key for key in more if key not in NUMBERS or any(item.competence for item in items))
    columns = [words.column(key, number=key in NUMBERS, wraps=key not in NUMBERS) for key in (first, *keys)]
    rows = [(words.title_of(item), *(_cell(key, item, words) for key in keys)) for item in items]
    return Table(tuple(columns), tuple(rows), most=MOST_UNRANKED, more=words.label("cell", "more"))


WHAT_LACKS = ("missing_essential", "essential_not_assessed")


def _cell(key: str, item: Opportunity, words: Words) -> str:
    fit = item.competence.fit if item.competence else None
    if key == "fit":
        return words.number(fit.low if fit else None)
    if key == "fit_range":
        return f"{words.number(fit.low)}–{words.number(fit.high)}" if fit else words.number(None)
    missing = [finding for finding in item.reasons if finding.kind in WHAT_LACKS]
    return "; ".join(words.brief(finding) for finding in missing[:2] or item.reasons[:1])


def _steps(words: Words, source: str | None) -> Iterator[Block]:
    answer = words.answer
    place = source or words.label("word", "source")
    told = "explain" if answer.subject == "paths" else "explain_activity"
    shown = [item.id for item in (*answer.opportunities, *answer.not_recommended)]
    steps = []
    if shown:
        steps.append((f"ris3 explain {place} {shown[0]}", words.label("next", told)))
    if len(answer.opportunities) > 1:
        steps.append((f"ris3 compare {place} {shown[0]} {shown[1]}", words.label("next", "compare")))
    if not answer.opportunities and answer.subject == "paths":
        steps.append(("ris3 init DIR --template emilia-romagna", words.label("next", "init")))
    steps.append((f"ris3 recommend {place} --format json", words.label("next", "json")))
    yield Steps(words.heading("next"), tuple(steps))
