"""Results in a notebook: the blocks of a terminal as HTML in which nothing that somebody wrote can act."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from recommender.outputs.notebook import html_of
from recommender.outputs.render import render
from tests.outputs import samples
from tests.support import EXAMPLES


class Parsed(HTMLParser):
    """The tags and texts of a page; everything that is opened must be closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.texts = [], [], []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_ranking_is_a_table_with_the_words_of_the_terminal(language):
    found = Parsed(html_of(samples.rich(), language=language))
    plain = " ".join(render(samples.rich(), "table", language=language, width=4000).split())
    assert found.tags.count("table") >= 1
    title = next(text for text in found.texts if text.strip())
    assert title in plain


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a\u202eb", "&lt;b&gt;"]
)
def test_a_name_stays_text(name):
    plain = samples.rich()
    evil = replace(plain, opportunities=tuple(replace(item, name={"en": name}) for item in plain.opportunities))
    found = Parsed(html_of(evil))
    assert not {"script", "img", "b"} & set(found.tags)
    assert name.replace("\u202e", "\N{REPLACEMENT CHARACTER}") in " ".join(found.texts)


def test_a_notebook_finds_it():
    code = (
        "from recommender import Request, recommend\n"
        f"print(recommend(Request({str(EXAMPLES / 'one-cluster' / 'profile.yaml')!r}))._repr_html_())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith('<div class="ris3" lang="en">\n<h3>')
