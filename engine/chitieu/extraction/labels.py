"""What stands at the head of a paragraph: "I.", "1.", "a)", "(6)", "1.1.", "-", "+", and what follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chitieu.text.letters import ALPHABET, CAPITAL_LABELS, CAPITALS, LETTER_LABELS
from chitieu.text.spoken import pattern, words

#: The kinds of labels, the outermost first. A list inside another may go against this order; see outline.py.
RANKS = {
    name: rank
    for rank, name in enumerate(
        [
            "part", "chapter", "upper", "roman", "article", "named", "arabic", "decimal",
            "letter", "paren", "star", "plain", "dash", "plus", "dot",
        ]
    )
}  # fmt: skip
BULLETS = frozenset({"dash", "plus", "dot"})

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(pattern("LABEL_OF_PART"))),
    ("chapter", re.compile(pattern("LABEL_OF_CHAPTER"))),
    ("article", re.compile(pattern("LABEL_OF_ARTICLE"))),
    ("named", re.compile(pattern("LABEL_WITH_NAME"))),
    ("roman", re.compile(r"(?P<n>[IVX]{1,5})\s*(?:[.)/](?=\s|[^\W\d_])|[:–-]\s)\s*")),
    ("upper", re.compile(rf"(?P<n>[{CAPITAL_LABELS}])\s*[.)/–-]\s+")),
    ("decimal", re.compile(
        rf"(?P<n>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}})(?:\s*[.):]\s+(?=[0-9>≥<≤])|\s*[.):]?\s+(?=[“\"({CAPITALS}]))"
    )),
    ("arabic", re.compile(
        rf"(?P<n>[0-9]{{1,3}})(?:\s*(?:[.)](?=\s|[^\W\d_])|[/:](?=\s))|\s*[–-](?=\s+[{CAPITALS}]))\s*"
    )),
    ("letter", re.compile(rf"(?P<n>[{LETTER_LABELS}])(?:\)|\.(?=\s)|/(?=\s))\s*")),
    ("paren", re.compile(r"\((?P<n>[0-9]{1,3})\)\s*[.:]?\s*")),
    ("star", re.compile(r"\*(?!\*)\s*")),
    ("dash", re.compile(r"[-–—−‐‑](?:\s+|(?=[^\W\d_]))")),
    ("plus", re.compile(r"\+\s*(?=\S)")),
    ("dot", re.compile(r"(?:[•·●○◦▪■□➢►✓✔❖\uf0b7\uf02d\uf0a7]\s*|o\s+(?=[" + CAPITALS + r"0-9]))")),
)  # fmt: skip
_MARKS = re.compile(r"[\s\u00a0\u200b\ufeff]*(?:\*\*|__)?[\s\u00a0]*")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_WORDS = {word: number for number, word in enumerate(words("PARTS_IN_TURN"), 1)}


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its kind, its text without points and brackets, its number, and where the words after it begin."""

    kind: str
    text: str
    ordinal: int | None
    end: int

    @property
    def shown(self) -> str:
        """The label as officials name it: "I", "1", "a", "(6)", "1.1", "-"."""
        return f"({self.text})" if self.kind == "paren" else self.text


def read_label(text: str) -> Label | None:
    """The innermost label that the text begins with: of "- (6) Tổ chức" it is "(6)", of "- + Có" it is "+".

    >>> read_label("- (6) Tổ chức kiểm tra").shown, read_label("1.1. Công tác").ordinal
    ('(6)', 1)
    >>> read_label("1 - Tốc độ tăng").end, read_label("1 - 2 vụ") is None
    (4, True)
    >>> read_label("1.409 tấn"), read_label("12 tổ dân phố"), read_label("2. 100% chi bộ").end
    (None, None, 3)
    """
    found: Label | None = None
    at = _MARKS.match(text).end()  # type: ignore[union-attr]
    for _ in range(3):
        step = _one(text, at)
        if step is None or (found is not None and (found.kind not in BULLETS or step.kind == "star")):
            break
        found, at = step, step.end
    return found


def _one(text: str, at: int) -> Label | None:
    for kind, form in _PATTERNS:
        if match := form.match(text, at):
            written = match.groupdict().get("n") or match[0].strip()
            return Label(kind, written, _ordinal(kind, written), match.end())
    return None


def label_of(written: str) -> Label | None:
    """The label that a program's own numbering or a cell of numbers shows: "a)", "1.2", "-".

    >>> label_of("a)").kind, label_of("7").ordinal, label_of("TT") is None
    ('letter', 7, True)
    """
    plain = written.strip()
    if re.fullmatch(r"[0-9]{1,3}", plain):
        return Label("arabic", plain, int(plain), 0)
    if re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2})+\.?", plain):
        return Label("decimal", plain.rstrip("."), _ordinal("decimal", plain.rstrip(".")), 0)
    if re.fullmatch(r"[IVX]{1,5}", plain):
        return Label("roman", plain, _roman(plain), 0)
    if re.fullmatch(rf"[{CAPITAL_LABELS}]", plain):
        return Label("upper", plain, ord(plain) - 64 if plain.isascii() else None, 0)
    if re.fullmatch(rf"[{LETTER_LABELS}]", plain):
        return Label("letter", plain, _ordinal("letter", plain), 0)
    found = read_label(plain + " X")
    return Label(found.kind, found.text, found.ordinal, 0) if found and found.end > len(plain) else None


def _ordinal(kind: str, written: str) -> int | None:
    if kind in ("star", "dash", "plus", "dot"):
        return None
    if kind in ("decimal", "named"):
        return int(written.rsplit(".", 1)[-1])
    if written.isdigit():
        return int(written)
    if kind == "letter":
        return ALPHABET.find(written) + 1 or None
    if written.lower() in _WORDS:
        return _WORDS[written.lower()]
    if kind == "upper":
        return ord(written) - 64 if written.isascii() else None
    return _roman(written)


def _roman(written: str) -> int:
    """
    >>> _roman("XIV"), _roman("VI")
    (14, 6)
    """
    values = [_ROMAN[char] for char in written]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
