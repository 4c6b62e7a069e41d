"""Plain listings speak the reader's language, and stay the same for programs."""

import pytest

from recommender.outputs.render import render
from recommender.wording.catalogue import labels
from recommender.workflows.profiles import CLEAN, NOT_CLEAN, validate
from recommender.workflows.references import list_references, show_reference
from recommender.workflows.settings import show_settings
from tests.support import EMILIA_ROMAGNA

LISTINGS = {
    "validate": lambda: validate(str(EMILIA_ROMAGNA)),
    "config show": show_settings,
    "reference list": list_references,
    "reference show": lambda: show_reference("eu-nuts2-nace2"),
}


@pytest.mark.parametrize("name", LISTINGS)
def test_every_word_of_a_listing_has_a_label(name):
    listing, known = LISTINGS[name](), labels("it")["listing"]
    parts = [row[0] for row in listing.rows] if name in ("validate", "reference show") else []
    assert {listing.title, *listing.columns, *parts, CLEAN, NOT_CLEAN} <= set(known)


@pytest.mark.parametrize("name", LISTINGS)
def test_only_what_people_read_is_translated(name):
    listing = LISTINGS[name]()
    english, italian = (render(listing, "table", language=language) for language in ("en", "it"))
    assert english != italian
    assert listing.title in english
    for kind in ("json", "csv"):
        assert render(listing, kind, language="it") == render(listing, kind, language="en")
