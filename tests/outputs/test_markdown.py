"""Markdown: what somebody wrote is printed, never obeyed. markdown-it is the judge."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from recommender.outputs.escape import markdown_text, terminal_text
from recommender.outputs.render import render
from tests.outputs import samples

NASTY = (
    "a | b", "`code`", "```", "*bold*", "_x_", "[a](javascript:alert(1))", "![x](y)", "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>', "# head", "- item", "+ item", "1. item", "1) item", "> quote", "~~gone~~",
    "&lt;b&gt;", "&#60;b&#62;", "<http://x.y>", "\\", "\\|", "a\nb", "===", "---", "$x$", "[x]: y", "    indented",
    "{{7*7}}", "[red]Norte", "Lisbon [/]", "| :--- |", ": def",
)  # fmt: skip


def parser():
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def kinds(text):
    return {token.type for token in parser().parse(text)} | {
        child.type for token in parser().parse(text) for child in token.children or ()
    }


def seen(text):
    """The text that a reader of the Markdown sees."""
    return "".join(
        child.content
        for token in parser().parse(text)
        for child in token.children or ()
        if child.type.startswith("text")
    )


@pytest.mark.parametrize("text", NASTY)
def test_a_paragraph_shows_the_text_and_nothing_else(text):
    made = markdown_text(text)
    assert kinds(made) <= {"paragraph_open", "inline", "text", "text_special", "paragraph_close"}
    assert seen(made) == terminal_text(text)


@pytest.mark.parametrize("text", NASTY)
def test_a_table_cell_stays_one_cell(text):
    made = f"| a | b |\n| :--- | :--- |\n| {markdown_text(text)} | x |"
    opened = [token.type for token in parser().parse(made)]
    assert opened.count("td_open") == 2
    assert not {"html_inline", "html_block", "link_open", "code_inline", "image", "em_open", "s_open"} & kinds(made)


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_any_text_stays_text(text):
    made = markdown_text(text)
    if made:
        assert kinds(made) <= {"paragraph_open", "inline", "text", "text_special", "paragraph_close"}
        assert seen(made).strip() == terminal_text(text).strip()


@pytest.mark.parametrize("name", samples.ALL)
def test_documents_have_a_title_and_well_formed_tables(name):
    text = render(samples.ALL[name](), "md")
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
    tokens = [token.type for token in parser().parse(text)]
    assert tokens.count("heading_open") == tokens.count("heading_close") >= 1
    assert "html_block" not in tokens


def test_commands_are_for_the_terminal_only():
    assert "ris3 explain" not in render(samples.rich(), "md", source="secret/path.yaml")
    assert "secret" not in render(samples.rich(), "md", source="secret/path.yaml")


def test_a_nasty_region_stays_in_its_title():
    made = render(replace(samples.rich(), region_name={"en": "<script>alert(1)</script>\n# x"}), "md")
    assert "<script" not in made
    assert made.splitlines()[0].startswith("# &lt;script")
