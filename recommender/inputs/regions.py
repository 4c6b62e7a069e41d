"""A region's code or name, of any NUTS vintage -> the code under which a model holds it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..model.problem import Code, Problem, UnknownName, nearest
from .nuts import CodeChange, Nuts, NutsRegion, way_kind

Relation = Literal["same", "recoded", "boundary_shift", "merged", "split", "part"]

NUTS2 = 2
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ı": "i", "þ": "th", "œ": "oe"})
_ALIASES = {"GB": "UK"}
_RELATIONS = {
    "recoded": "is held under the code",
    "boundary_shift": "is held, with slightly other borders, as",
    "merged": "is held as a part of the larger",
    "split": "is held as a part of the larger",
    "part": "is not held itself; the answer is for the overlapping",
}

_LEVELS = ("a country", "a NUTS-1 region")
_WHY_LEFT_OUT = {
    "no_data": "the table has no figure for it",
    "too_little_data": "fewer than half of its figures are known",
    "zero": "all of its figures are zero",
    "zero_or_unknown": "it is an activity without figures, not a region",
}

SHORTEST_PART = 4
"""So many letters of a name must be given to be taken for a part of it."""


@dataclass(frozen=True, slots=True)
class ResolvedRegion:
    """The answer: the code that the model holds, and how it relates to what was asked for.

    `relation` is `same` for the code itself, else what lies between `asked` and `code`: `recoded` or
    `boundary_shift` for the same region under another code, `merged` if the model's region is larger
    because regions were merged since, `split` if the model's larger region was divided since, `part`
    if it only overlaps. `changes` are the steps between the two codes, oldest first.
    """

    code: str
    name: str
    asked: str
    asked_name: str
    relation: Relation = "same"
    changes: tuple[CodeChange, ...] = ()

    @property
    def note(self) -> str | None:
        """One English sentence about a code that is not the model's own."""
        if self.relation == "same":
            return None
        steps = "; ".join(f"{change.old} became {change.new} in NUTS {change.vintage}" for change in self.changes)
        return f"{self.asked} {self.asked_name} {_RELATIONS[self.relation]} {self.code} {self.name} ({steps})"


def resolve_region(
    text: str, codes: Sequence[str], names: Mapping[str, str] | None = None,
    *, nuts: Nuts, left_out: Mapping[str, str] | None = None,
) -> ResolvedRegion:  # fmt: skip
    """The region of a model that a code or a name stands for.

    Parameters
    ----------
    text : str
        A code of any NUTS vintage, or a name in a language of the region or in English; case,
        accents and punctuation do not matter.
    codes, names :
        What the model holds. Codes that are not NUTS are found by their own code and name.
    nuts : Nuts
        The codes and names of all vintages (`recommender.inputs.nuts.read_nuts`).
    left_out : code -> reason
        Regions that the model was built without.

    Raises
    ------
    UnknownName
        If nothing or several regions answer, if it is a larger unit (its regions are listed), or if
        the model does not hold the region. With a hint.
    """
    own = dict(names or {})
    asked = _exact(text, codes) or _by_name(text, {code: [own.get(code, code)] for code in codes})
    if isinstance(asked, str):
        return ResolvedRegion(asked, own.get(asked, asked), asked, own.get(asked, asked))
    upper = _ALIASES.get(text.strip().upper(), text.strip().upper())
    found = [nuts.regions[upper]] if upper in nuts.regions else _nuts_named(text, nuts)
    answers = _answers(found, codes, own, nuts)
    if len(answers) == 1:
        return answers[0]
    if len(answers) > 1:
        raise _several(text, answers)
    raise _nothing(text, found, codes, own, left_out or {}, nuts)


def normalised(text: str) -> str:
    """A name without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", letters))


def spellings(name: str) -> set[str]:
    """The normalised forms under which a name may be written.

    Whole, without what stands in brackets or before it, and each language of a bilingual one.
    """
    bare = re.sub(r"\(.*?\)", "", name)
    forms = {name, bare, *bare.split("/"), re.sub(r"^(Prov\.|Provincia Autonoma di|Région|Comunidad)", "", bare)}
    return {normalised(form) for form in forms} - {""}


def _exact(text: str, codes: Iterable[str]) -> str | None:
    wanted = unicodedata.normalize("NFC", text.strip())
    known = list(codes)
    return wanted if wanted in known else next((code for code in known if code == wanted.upper()), None)


def _by_name(text: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """The only code with that name, whole names before other spellings."""
    wanted = normalised(text)
    for forms in (lambda name: {normalised(name)}, spellings):
        found = sorted(code for code, known in names.items() if any(wanted in forms(name) for name in known))
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _nuts_named(text: str, known: Nuts) -> list[NutsRegion]:
    """The NUTS regions with that name: at NUTS-2 if there are any, whole names before other spellings."""
    wanted = normalised(text)
    for level in (NUTS2, 1, 0):
        regions = [region for region in known.regions.values() if region.level == level]
        for forms in (lambda name: {normalised(name)}, spellings):
            found = [region for region in regions if any(wanted in forms(name) for name in region.names)]
            if found and wanted:
                return found
    return []


def _answers(
    found: Sequence[NutsRegion], codes: Sequence[str], names: Mapping[str, str], known: Nuts
) -> list[ResolvedRegion]:
    """What the model holds of these regions; a single region below a larger unit stands for it."""
    answers: dict[str, ResolvedRegion] = {}
    for region in found:
        below = [region] if region.level == NUTS2 else _below(region, known, codes)
        for part in below if len(below) == 1 else ():
            for answer in _held(part, codes, names, known):
                answers.setdefault(answer.code, answer)
    own = [answer for answer in answers.values() if answer.relation in ("same", "recoded", "boundary_shift")]
    return own if len(own) == 1 else [answers[code] for code in sorted(answers)]


def _held(region: NutsRegion, codes: Sequence[str], names: Mapping[str, str], known: Nuts) -> list[ResolvedRegion]:
    def answer(code: str, relation: Relation, changes: tuple[CodeChange, ...] = ()) -> ResolvedRegion:
        return ResolvedRegion(code, names.get(code, code), region.code, region.name, relation, changes)

    if region.code in codes:
        return [answer(region.code, "same")]
    after = [answer(way[-1].new, way_kind(way), way) for way in known.onwards(region.code, codes)]
    before = [answer(way[-1].old, way_kind(way), way[::-1]) for way in known.back(region.code, codes)]
    # What was divided later has no single heir; what was merged before has no single origin.
    return after or before


def _below(region: NutsRegion, known: Nuts, codes: Sequence[str]) -> list[NutsRegion]:
    """The NUTS-2 regions of a larger unit, in its newest vintage that the model's codes are of."""
    children = [
        child for child in known.regions.values()
        if child.level == NUTS2 and child.code.startswith(region.code)
    ]  # fmt: skip
    held = [child for child in children if child.code in codes]
    newest = max((max(child.vintages) for child in children), default="")
    return held or [child for child in children if newest in child.vintages]


def _several(text: str, answers: Sequence[ResolvedRegion]) -> UnknownName:
    shown = ", ".join(f"{answer.code} ({answer.name})" for answer in answers)
    if len({answer.asked for answer in answers}) == 1 and answers[0].relation != "same":
        asked = answers[0]
        message = f"{asked.asked} {asked.asked_name} is not one region in the model, but several: {shown}"
    else:
        message = f"'{text}' may be one of several regions: {shown}"
    return UnknownName([Problem(Code.REGION_UNKNOWN, message, hint="name one of them by its code")])


def _nothing(
    text: str, found: Sequence[NutsRegion], codes: Sequence[str], names: Mapping[str, str],
    left_out: Mapping[str, str], known: Nuts,
) -> UnknownName:  # fmt: skip
    if not any(code in known.regions for code in codes):
        return _not_in_the_table(text, codes, names, left_out, known)
    larger = next((region for region in found if region.level < NUTS2), None)
    if larger is not None:
        below = ", ".join(f"{child.code} ({child.name})" for child in _below(larger, known, codes))
        message = f"{larger.code} {larger.name} is {_LEVELS[larger.level]}; the statistics are of NUTS-2 regions"
        return UnknownName([Problem(Code.REGION_UNKNOWN, message, hint=f"its NUTS-2 regions are {below}")])
    if found:
        region = found[0]
        wanting = _answers(found, tuple(left_out), {}, known)
        why = ", which was left out for want of data" if wanting else ""
        message = f"the model does not hold {region.code} {region.name}{why}"
        hint = "a table with figures for it can be given with --table FILE --region CODE"
        return UnknownName([Problem(Code.REGION_UNKNOWN, message, hint=hint)])
    near = _suggestion(text, codes, names, known)
    hint = near or "give a NUTS-2 code such as ITH5, or a name such as Emilia-Romagna"
    return UnknownName([Problem(Code.REGION_UNKNOWN, f"unknown region '{text}'", hint=hint)])


def _not_in_the_table(
    text: str, codes: Sequence[str], names: Mapping[str, str], left_out: Mapping[str, str], known: Nuts
) -> UnknownName:
    """Nothing is called so in a table whose regions are not of NUTS."""
    absent = _exact(text, left_out)
    message = f"the table does not hold the region '{text}'"
    if absent is not None:
        message = f"nothing can be said about {absent}: {_WHY_LEFT_OUT[left_out[absent]]}"
    hint = _suggestion(text, codes, names, known) or nearest(text, codes, what="regions with figures")
    return UnknownName([Problem(Code.REGION_UNKNOWN, message, hint=hint)])


def _suggestion(text: str, codes: Sequence[str], names: Mapping[str, str], known: Nuts) -> str | None:
    """The nearest codes or names of what the model holds, or the codes of the same country."""
    spelled: dict[str, str] = {code.casefold(): code for code in codes}
    for code in codes:
        region = known.regions.get(code)
        for name in (names.get(code, code), *(region.names if region else ())):
            spelled.update(dict.fromkeys(spellings(name), code))
    wanted = normalised(text)
    part = [form for form in sorted(spelled) if len(wanted) >= SHORTEST_PART and wanted in form]
    near = sorted(part, key=len)[:3] or difflib.get_close_matches(wanted, sorted(spelled), n=3, cutoff=0.75)
    best = list(dict.fromkeys(spelled[form] for form in near))
    if best:
        return "did you mean " + " or ".join(f"{code} ({names.get(code, code)})" for code in best) + "?"
    prefix = text.strip().upper()[:2] if re.fullmatch(r"[A-Za-z]{2}[A-Za-z0-9]{0,3}", text.strip()) else None
    country = [code for code in codes if prefix and code.startswith(prefix)]
    if country:
        return f"did you mean one of {', '.join(country)}? A name such as {names.get(country[0])} will do as well"
    return None
