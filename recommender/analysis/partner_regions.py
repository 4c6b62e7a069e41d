"""What statistics say of other regions: who is most alike, and who would add around what ours lacks (METHODS B11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.finding import Finding
from ..model.recommendation import Recommendation
from ..model.study import Part, Study
from .complements import Elsewhere, alike_grid, by_activity, by_region, named_above, outside_note, region_label
from .partners import PartnerView


def statistics_study(answer: Recommendation, found: Elsewhere, *, asked: bool) -> Study:
    """The answer about a region without a profile: regions are named, actors cannot be."""
    subject = answer.region_code or "region"
    alike = () if asked else tuple(alike_by_statistics(subject, found))
    parts = (
        Part(findings=(Finding("partners_need_profile", subject),)),
        Part("similar", findings=alike),
        *parts_elsewhere(subject, found, "elsewhere_activities"),
    )
    return Study(
        answer, "partners", tuple(part for part in parts if part.says_something),
        data={"paths": [], "partners": [], "consortium": None, "elsewhere": list(found.complements),
              "alike": list(found.alike)},
        steps=(("ris3 init DIR", "partners_init"),),
    )  # fmt: skip


def parts_elsewhere(subject: str, found: Elsewhere, legend: str, empty: str | None = "elsewhere") -> tuple[Part, ...]:
    """Regions that would add around single activities, a row for each activity; all of them aside."""
    return (
        Part("elsewhere", findings=tuple(outside_note(subject, found.complements)),
             grid=by_activity(found.complements), legend=legend, empty=empty),
        Part("complementary_regions", grid=by_region(found.complements), aside=True),
        Part("alike", grid=alike_grid(found.alike), legend="alike", aside=True),
    )  # fmt: skip


def alike_by_statistics(subject: str, found: Elsewhere, views: Sequence[PartnerView] = ()) -> Iterator[Finding]:
    """The most alike regions; which of them add around an activity all the same, and which partners are of them."""
    if not found.alike:
        return
    codes = {code for item in found.alike for code in (item.region, item.now)}
    above = named_above(found.complements)
    facts = {
        "regions_named": [region_label(item) for item in found.alike],
        "low": found.alike[-1].shared,
        "high": found.alike[0].shared,
        "regions_above": [item.name for item in found.alike if item.region in above],
        "partners": [view.partner.id for view in views if view.partner.region in codes and view.gains],
    }
    yield Finding("regions_alike", subject, facts, ("region",))
