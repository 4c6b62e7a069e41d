"""Bytes of files: what is text, and what is refused before anybody parses it."""

import hashlib
import io
import os
import sys
from pathlib import Path

import pytest

from recommender.inputs.text import FORBIDDEN, read_bytes, read_text
from recommender.model.problem import Code, InputErrors
from tests.inputs.reading_of import write


def refused(path, **options):
    with pytest.raises(InputErrors) as caught:
        read_text(path, **options)
    [problem] = caught.value.problems
    return problem


def test_line_ends_and_byte_order_mark_do_not_matter(tmp_path):
    texts = {read_text(write(tmp_path, data)).text for data in (b"a\nb", b"a\r\nb", b"a\rb", b"\xef\xbb\xbfa\nb")}
    assert texts == {"a\nb"}
    assert len({read_text(write(tmp_path, data)).sha256 for data in (b"a\nb", b"a\r\nb")}) == 1


def test_the_hash_is_that_of_the_text_that_was_read(tmp_path):
    file = write(tmp_path, "one\r\n")
    source = read_text(file)
    file.write_text("two\n")
    assert source.sha256 == hashlib.sha256(b"one\n").hexdigest()
    assert source.text == "one\n"


def test_a_missing_file_has_a_neighbour(tmp_path):
    write(tmp_path, "x", "profile.yaml")
    problem = refused(tmp_path / "profil.yaml")
    assert problem.code is Code.FILE_MISSING
    assert problem.hint == "did you mean 'profile.yaml'?"
    assert "does not exist" in (refused(tmp_path / "no" / "profile.yaml").hint or "")


def test_a_link_to_nowhere_is_called_one(tmp_path):
    link = tmp_path / "profile.yaml"
    link.symlink_to(tmp_path / "gone.yaml")
    assert "symbolic link" in (refused(link).hint or "")


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", Code.FILE_EMPTY, "empty"),
        (b" \n\n", Code.FILE_EMPTY, "empty"),
        (b"\xff\xfea\x00", Code.FILE_ENCODING, "UTF-16"),
        (b"name: Citt\xe0", Code.FILE_ENCODING, "byte 10 (0xe0)"),
        (b"name: \xc3", Code.FILE_ENCODING, "byte 6"),
        (b"a\x00b", Code.FILE_CONTROL, "U+0000"),
        (b"a\x1b[2J", Code.FILE_CONTROL, "U+001B"),
        ("a\u202eb".encode(), Code.FILE_CONTROL, "U+202E"),
        ("a\u200bb".encode(), Code.FILE_CONTROL, "U+200B"),
        (b"PK\x03\x04....", Code.FILE_FORMAT, "workbook"),
        (b"\xd0\xcf\x11\xe0....", Code.FILE_FORMAT, "Office"),
        (b"\x1f\x8b\x08", Code.FILE_FORMAT, "packed"),
    ],
)
def test_refuses(tmp_path, data, code, words):
    problem = refused(write(tmp_path, data))
    assert problem.code is code
    assert words in problem.message


def test_the_place_of_a_wrong_byte_counts_characters(tmp_path):
    problem = refused(write(tmp_path, b"first\n\xc3\xa9\xc3\xa9\xe0"))
    assert (problem.at.line, problem.at.column) == (2, 3)
    assert "--encoding cp1252" in problem.hint


def test_another_encoding_is_read_where_it_is_named(tmp_path):
    assert read_text(write(tmp_path, b"Citt\xe0"), encoding="cp1252").text == "Città"
    assert read_text(write(tmp_path, "Città".encode("utf-16")), encoding="utf-16").text == "Città"


@pytest.mark.parametrize("encoding", ["nonsense", "hex", "rot13", "undefined", "", "a\0b"])
def test_an_encoding_that_is_none_is_a_usage_error(tmp_path, encoding):
    assert refused(write(tmp_path, "x"), encoding=encoding).code is Code.USAGE


@pytest.mark.parametrize("encoding", ["idna", "punycode", "unicode_escape", "utf-7", "utf-16", "cp037", "utf-32"])
def test_odd_encodings_never_crash(tmp_path, encoding):
    for data in (b"xn--\xff\\ud800..", b"\x80\x81", b"abc"):
        try:
            assert FORBIDDEN.search(read_text(write(tmp_path, data), encoding=encoding).text) is None
        except InputErrors:
            continue


def test_size_is_limited_before_anything_is_read(tmp_path):
    with pytest.raises(InputErrors, match="larger than 1 KiB"):
        read_bytes(write(tmp_path, b"x" * 1025), limit=1024)
    assert read_bytes(write(tmp_path, b"x" * 1024), limit=1024)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_without_a_writer_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe").code is Code.FILE_KIND


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no /dev/zero")
def test_a_device_is_not_read():
    assert refused("/dev/zero").code is Code.FILE_KIND


def test_a_folder_is_no_file(tmp_path):
    assert refused(tmp_path).code is Code.FILE_KIND


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_names_that_are_none(tmp_path, name):
    assert refused(tmp_path / name).code in (Code.FILE_MISSING, Code.FILE_UNREADABLE)


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: 1\n")))
    assert read_text("-").text == "a: 1\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert refused("-").code is Code.FILE_EMPTY
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 2000)))
    assert refused("-", limit=1024).code is Code.FILE_TOO_LARGE
    monkeypatch.setattr(sys, "stdin", None)
    assert refused("-").code is Code.FILE_UNREADABLE
