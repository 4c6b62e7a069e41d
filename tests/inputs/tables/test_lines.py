"""Bytes of a table -> lines, with limits."""

import gzip
import os
import zlib

import pytest

from recommender.inputs.tables import lines
from recommender.inputs.tables.lines import open_table
from tests.inputs.tables.bad import GOOD, read_table, refused, told, write


def test_empty_lines_end_early(tmp_path):
    bomb = gzip.compress(b"region,activity,value\n" + b"\n" * (20 << 20))
    assert told(refused(tmp_path, bomb, "t.csv.gz")[0]).startswith("R505 10002: more than 10,000 empty lines")


def test_a_bomb_ends_early(tmp_path):
    bomb = gzip.compress(b"region,activity,value\n" + b"R1,A,1\n" * (3 << 20))
    assert len(bomb) < 1 << 20
    assert told(refused(tmp_path, bomb, "t.csv.gz")[0]).startswith("R104 : the packed file holds more than ")


def test_a_line_without_end_ends_early(tmp_path):
    bomb = gzip.compress(b"x" * (8 << 20))
    assert told(refused(tmp_path, bomb, "t.csv.gz")[0]).startswith("R505 1: this line is longer than ")


@pytest.mark.parametrize("cut", [5, 30, -1, -8])
def test_a_packed_file_that_was_cut_off(tmp_path, cut):
    data = gzip.compress((GOOD * 50).encode())[:cut]
    assert told(refused(tmp_path, data, "t.csv.gz")[0]).startswith("R110 : the packed file is damaged or cut off")


def test_a_packed_file_that_was_damaged(tmp_path):
    data = bytearray(gzip.compress(os.urandom(5000).hex().encode()))
    data[100:120] = b"\0" * 20
    assert told(refused(tmp_path, bytes(data), "t.csv.gz")[0]).split()[0] in ("R110", "R106", "R107", "R505")


def test_packed_in_two_pieces(tmp_path):
    data = gzip.compress(GOOD[:20].encode()) + gzip.compress(GOOD[20:].encode())
    table, _ = read_table(write(tmp_path, data, "t.csv.gz"))
    assert table.regions == ("R1", "R2")


def test_kinds_of_file(tmp_path):
    (tmp_path / "taken.csv").write_text(GOOD)
    with pytest.raises(Exception, match="no such file") as caught:
        read_table(tmp_path / "take.csv")
    assert caught.value.problems[0].hint == "did you mean 'taken.csv'?"
    with pytest.raises(Exception, match="folder"):
        read_table(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Exception, match="not a regular file"):
        read_table(tmp_path / "pipe")
    with pytest.raises(Exception, match="not a regular file"):
        read_table("/dev/zero")


def test_a_file_that_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(lines, "FILE_LIMIT", 30)
    assert told(refused(tmp_path, GOOD)[0]).startswith("R104")


def test_the_hash_is_of_the_bytes_that_were_read(tmp_path):
    path = write(tmp_path, GOOD)
    file = open_table(path)
    path.write_text("region,activity,value\nQ,A,1\n")
    assert [line for _, line in file.lines()] == GOOD.splitlines()
    assert file.sha256 != open_table(path).sha256


def test_line_ends_across_pieces(tmp_path):
    rows = "".join(f"R{n},A,{n}\r\nR{n},B,1\r\n" for n in range(20_000))
    table, _ = read_table(write(tmp_path, "region,activity,value\r\n" + rows))
    assert len(table.regions) == 20_000


def test_zlib_streams_are_not_gzip(tmp_path):
    assert refused(tmp_path, zlib.compress(GOOD.encode()), "t.csv.gz")
