from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.diagnostics import RulesetError
from chitieu.yaml_source import read_yaml


def test_scalars_stay_as_written() -> None:
    source = read_yaml('a: 010\nb: on\nc: 0.10\nd: 2026-01-01\ne: ~\nf: ""\ng:\n', "x.yaml", RulesetError)
    assert source.data == {
        "a": "010",
        "b": "on",
        "c": "0.10",
        "d": "2026-01-01",
        "e": None,
        "f": "",
        "g": None,
    }


def test_lines_of_paths() -> None:
    text = "title: x\n\nlist:\n  - a: 1\n    b: {c: 2}\n  -\n    a: 3\n"
    source = read_yaml(text, "x.yaml", RulesetError)
    assert source.lines[("list", 0, "b")] == 5
    assert source.lines[("list", 0, "b", "c")] == 5
    assert source.lines[("list", 1, "a")] == 7
    assert source.line(("list", 0, "missing", "deeper")) == 4
    assert source.line(("nowhere",)) == 1


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\na: 2\n", "yaml.duplicate_key", 2),
        ("a: &x 1\n", "yaml.alias", 1),
        ("b: 1\na: *x\n", "yaml.alias", 2),
        ("a: !!python/object:os.system ls\n", "yaml.tag", 1),
        ("a: !muc 1\n", "yaml.tag", 1),
        ("a: 1\n---\nb: 2\n", "yaml.documents", 2),
        ("a: b: c\n", "yaml.syntax", 1),
        ("a:\n\t- b\n", "yaml.tab", 2),
        ("a: 'x\n", "yaml.syntax", 2),
        ("a: 1\nb: \x07\n", "yaml.character", 2),
        ("? [1, 2]\n: 3\n", "yaml.key", 1),
        ("[" * 30 + "]" * 30, "yaml.depth", 1),
        ("[" * 100_000, "yaml.depth", 1),
        ("{a: " * 50 + "1" + "}" * 50, "yaml.depth", 1),
    ],
)
def test_refused(text: str, code: str, line: int) -> None:
    with pytest.raises(RulesetError) as caught:
        read_yaml(text, "x.yaml", RulesetError)
    assert caught.value.code == code
    place = caught.value.diagnostic.place
    assert place is not None
    assert (place.file, place.line) == ("x.yaml", line)


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)
    )
    with pytest.raises(RulesetError) as caught:
        read_yaml(bomb, "x.yaml", RulesetError)
    assert [problem.code for problem in caught.value.diagnostics] == ["yaml.alias"]


def test_every_duplicate_is_reported() -> None:
    with pytest.raises(RulesetError) as caught:
        read_yaml("a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\n", "x.yaml", RulesetError)
    assert [(p.params["key"], p.place and p.place.line) for p in caught.value.diagnostics] == [
        ("a", 2),
        ("c", 3),
        ("a", 4),
    ]


@given(st.text(alphabet=st.sampled_from("ab:-[]{}&*!|>'\"#%@`?,\n\t \u00e2\x00\x85"), max_size=60))
def test_never_another_error(text: str) -> None:
    with suppress(RulesetError):
        source = read_yaml(text, "x.yaml", RulesetError)
        assert source.lines or source.data is None
