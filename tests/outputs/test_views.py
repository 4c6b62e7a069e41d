"""What people read says nothing that the JSON does not say."""

import re

import pytest

from recommender import wording
from recommender.model.finding import Finding
from recommender.outputs.blocks import Bullets, Heading, Pairs, Paragraph, Table, Title
from recommender.outputs.layout.page import page
from recommender.outputs.render import Options, payload
from recommender.outputs.summary import outcome
from recommender.outputs.tables.study import parts_of_study
from recommender.outputs.views import view_of
from tests.outputs import samples
from tests.outputs.study_samples import STUDIES
from tests.outputs.test_json import told

ABOUT_REGIONS = [name for name in samples.ALL if name != "listing"]


def blocks(name, kind, language="en"):
    return [block for block in view_of(samples.ALL[name](), Options(language)) if isinstance(block, kind)]


def headings(name):
    return [block.text for block in blocks(name, Heading)]


PLACE = re.compile(r" \[[^\[\]]+:[0-9]+( (and [0-9]+ more|e altre [0-9]+))?\]\Z")
"""The first of the lines on which a sentence rests, and how many more there are."""


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("name", ABOUT_REGIONS)
def test_every_sentence_is_one_of_the_json(name, language):
    document = payload(samples.ALL[name](), language=language)
    sentences = {item["text"] for item in told(document)}
    sentences |= {item["summary"] for item in document.get("opportunities", ()) if item["summary"]}
    sentences |= {document.get("opportunity", {}).get("summary")}
    sentences |= {gap["text"] for item in document.get("opportunities", ()) for gap in item["gaps"]}
    labels = wording.labels(language)
    fixed = (*labels["legend"].values(), *labels["empty"].values())
    legends = [re.sub(r"\\{\w+\\}", ".+", re.escape(text)) for text in fixed]
    shown = [block.text for block in blocks(name, Paragraph, language)]
    shown += [item for block in blocks(name, Bullets, language) for item in block.items]
    shown += [text for block in blocks(name, Pairs, language) for _, text in block.items]
    for text in (PLACE.sub("", text) for text in shown):
        assert text in sentences or any(re.fullmatch(legend, text) for legend in legends), text


@pytest.mark.parametrize("name", STUDIES)
def test_a_statement_names_the_first_of_its_lines_wherever_it_is_read(name):
    """In the table, in Markdown and in the CSV as in the JSON; one that rests on no line names none.

    What stands aside, because a table tells it in short, is shown where that part is asked for.
    """
    study = STUDIES[name]()
    found = [item for item in payload(study)["findings"] if item["at"]]
    views = [view_of(study, Options())]
    views += [view_of(study.only(part.name), Options()) for part in study.parts if part.aside and part.findings]
    everything = [block for view in views for block in view]
    shown = {block.text for block in everything if isinstance(block, Paragraph)}
    shown |= {item for block in everything if isinstance(block, Bullets) for item in block.items}
    heads, rows = parts_of_study(study, "en")["findings"]
    listed = {row[heads.index("text")]: row[heads.index("at")] for row in rows}
    for item in found:
        more = f" and {len(item['at']) - 1} more" if len(item["at"]) > 1 else ""
        assert f"{item['text']} [{item['at'][0]}{more}]" in shown
        assert listed[item["text"]] == item["at"]


def test_a_list_that_a_screen_cuts_says_how_many_are_left():
    told = Bullets(("first", "second", "third"), most=1, more="and {count} more")
    lines = ["".join(span.text for span in line) for line in page((told,), 80, cut=True)]
    assert lines == ["• first", "  and 2 more"]
    whole = ["".join(span.text for span in line) for line in page((told,), 80)]
    assert whole == ["• first", "• second", "• third"]


def test_the_answer_stands_before_the_ranking_and_the_limits_after():
    kinds = [type(block) for block in view_of(samples.rich(), Options())]
    assert kinds[0] is Title
    assert kinds.index(Pairs) < kinds.index(Table)
    assert headings("rich") == [
        "A portfolio, not only the safest", "Why these come first", "What else to know", "No verdict yet: ask",
        "Not recommended, and why",
        "What limits this answer",
    ]  # fmt: skip


def test_an_illustrative_profile_is_headed_so():
    [first, *_] = blocks("rich", Paragraph)
    assert first.text == "Illustrative profile, not an assessment."


def test_nothing_eligible_is_said_first():
    answers = [block.text for block in blocks("nothing_eligible", Paragraph)]
    assert answers[1].startswith("The only path is not possible today")
    assert "What else to know" in headings("nothing_eligible")
    assert len(blocks("nothing_eligible", Table)) == 1


def test_a_thin_profile_is_no_verdict():
    answers = [block.text for block in blocks("thin", Paragraph)]
    assert answers[1].startswith("Thin profile: 122 of the 162")
    assert not any("not possible" in answer for answer in answers)


def test_an_empty_profile_reads_well():
    assert [block.text for block in blocks("empty", Title)] == ["My region: what it could grow into"]
    assert blocks("empty", Table) == []


def test_rows_are_in_the_order_of_the_ranks_and_bands_are_their_tones():
    table = blocks("rich", Table)[0]
    assert [row[0] for row in table.rows] == ["1", "2"]
    assert table.tones == ("high", "low")


def test_activities_are_told_with_their_codes():
    assert blocks("statistics_only", Table)[0].rows[0][1] == "C26 Computers and electronics"


def test_the_outcome_counts_what_is_there():
    assert outcome(samples.rich()).facts["bands"] == {
        "high": 1, "medium": 0, "low": 1, "not_assessed": 1, "not_yet": 1,
    }  # fmt: skip
    assert isinstance(outcome(samples.empty()), Finding)
