"""Strict YAML: texts stay texts, every value has a place, and what expands or surprises is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.inputs.nodes import Mapping, Scalar, Sequence
from recommender.inputs.text import FORBIDDEN, SourceText
from recommender.inputs.yaml_reader import DEEPEST, MOST_VALUES, parse_yaml
from recommender.model.problem import Code, InputErrors


def parse(text, problems=None):
    return parse_yaml(SourceText("x.yaml", text, ""), [] if problems is None else problems)


def plain(node):
    if isinstance(node, Mapping):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else node.text


def refused(text):
    with pytest.raises(InputErrors) as caught:
        parse(text)
    [problem] = caught.value.problems
    return problem


@pytest.mark.parametrize(
    "text",
    ["NO", "01", "010", "08", "10.10", "1:30", "1e3", "1_000", ".nan", "~", "2026-11-01", "0x1F", "yes", "9" * 5000],
)
def test_nothing_is_guessed(text):
    assert plain(parse(f"a: {text}")) == {"a": text}


def test_every_value_knows_its_place():
    root = parse("a:\n  - b: 1\n    città: [x, y]\n")
    item = root.entries["a"][1].items[0]
    key, value = item.entries["città"]
    assert str(key.at) == "x.yaml:3:5"
    assert str(value.items[1].at) == "x.yaml:3:16"


def test_quoted_texts_are_never_null():
    root = parse('a: ~\nb: "~"\nc:\nd: ""\n')
    assert [root.entries[name][1].is_null for name in "abcd"] == [True, False, True, False]


def test_texts_are_composed():
    assert plain(parse("name: e\u0301")) == {"name": "é"}


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("a: &x 1", Code.YAML_FEATURE, 1, "anchors"),
        ("a: *x", Code.YAML_FEATURE, 1, "anchors"),
        ("a: &x [*x]", Code.YAML_FEATURE, 1, "anchors"),
        ("a: !!python/object/apply:os.system [ls]", Code.YAML_FEATURE, 1, "tags"),
        ("a: !!binary AAAA", Code.YAML_FEATURE, 1, "tags"),
        ("a: ! x", Code.YAML_FEATURE, 1, "tags"),
        ("b: 1\n<<: {a: 1}", Code.YAML_FEATURE, 2, "merge"),
        ("? [a]\n: b", Code.YAML_FEATURE, 1, "plain text"),
        ("a: 1\n---\nb: 2", Code.YAML_FEATURE, 2, "second document"),
        ("a:\n\t- b", Code.YAML_SYNTAX, 2, "a tab"),
        ("a: [1, 2", Code.YAML_SYNTAX, 1, "this bracket is not closed"),
        ("b: 1\na: [1, 2\nc: 3\nd: 4", Code.YAML_SYNTAX, 2, "this bracket is not closed"),
        ("b: 1\na: {c: 1, d\ne: f: g", Code.YAML_SYNTAX, 2, "this brace is not closed"),
        ("b: 1\na: 'open\nc: 3", Code.YAML_SYNTAX, 2, "this quote is not closed"),
        ("a: b: c", Code.YAML_SYNTAX, 1, "mapping values"),
        ("a: 'open", Code.YAML_SYNTAX, 1, "end of stream"),
        ('a: "\\u202e"', Code.FILE_CONTROL, 1, "U+202E"),
        ('a: "\\x1b"', Code.FILE_CONTROL, 1, "U+001B"),
        ("# only a comment", Code.FILE_EMPTY, None, "only comments"),
        ("%YAML 9.9\n---\na", Code.YAML_SYNTAX, 1, ""),
    ],
)
def test_refuses(text, code, line, words):
    problem = refused(text)
    assert problem.code is code
    assert problem.at.line == line
    assert words in problem.message


def test_a_merge_key_in_quotes_is_a_text():
    assert plain(parse('"<<": 1')) == {"<<": "1"}


def test_a_key_that_stands_twice_is_told_with_both_lines():
    problems = []
    parse("a: 1\nb: 2\na: 3\n", problems)
    assert [(problem.code, problem.at.line) for problem in problems] == [(Code.YAML_DUPLICATE, 3)]
    assert "line 1" in problems[0].message


def test_keys_that_look_alike_are_the_same_key():
    problems = []
    parse("é: 1\ne\u0301: 2\n", problems)
    assert len(problems) == 1


def test_depth_is_limited_without_recursion():
    assert parse("[" * DEEPEST + "]" * DEEPEST)
    assert refused("[" * 100_000).code is Code.YAML_DEPTH
    assert refused("{a: " * 100_000).code is Code.YAML_DEPTH


def test_the_number_of_values_is_limited():
    problem = refused("- 1\n" * MOST_VALUES)
    assert problem.code is Code.YAML_SIZE
    assert len(parse("- 1\n" * (MOST_VALUES - 1)).items) == MOST_VALUES - 1


def test_a_billion_laughs_cost_nothing():
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    assert refused("\n".join(lines)).code is Code.YAML_FEATURE


@given(st.text(alphabet="ab:-?#&*!|>%@{}[],'\"\\ \n\t01.~é", max_size=60))
def test_any_text_gives_nodes_or_a_clean_error(text):
    problems = []
    try:
        node = parse(text, problems)
    except InputErrors as error:
        problems += error.problems
    else:
        assert isinstance(node, Scalar | Mapping | Sequence)
        assert not FORBIDDEN.search(str(plain(node)))
    assert all(problem.at is not None and problem.message for problem in problems)
