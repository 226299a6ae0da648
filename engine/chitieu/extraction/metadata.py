"""Issuer, title, number, date and period of a document, where its text has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from chitieu.extraction.joining import is_capitals
from chitieu.extraction.labels import read_label
from chitieu.extraction.outline import Node
from chitieu.extraction.syllables import is_syllable
from chitieu.extraction.words import headline_class, without_count
from chitieu.text.letters import CAPITALS
from chitieu.text.spoken import CARRYING_OUT, COMMITTEE_OF_PARTY, TARGETS, TERM, either, pattern, words

_KINDS = re.compile(pattern("KIND_OF_DOCUMENT"), re.I)
_NUMBER = re.compile(pattern("DOCUMENT_NUMBER"), re.I)
_ATTACHED = re.compile(pattern("ATTACHED_TO"), re.I)
_DATE = re.compile(pattern("DATE_OF_ISSUE"), re.I)
#: Issuers by their short names, and all by name; none of them begins another but a shorter one that stands behind it.
_SHORT = {short.lower(): name for name, short in (words("COUNCIL"), words("COMMITTEE"))}
_ISSUERS = f"{either('ISSUERS')}|{'|'.join(_SHORT)}"
_PLACES = either("PLACES")
_PLACED = re.compile(
    rf"(?P<who>(?i:{_ISSUERS}))(?:\s+(?P<where>(?i:{_PLACES})(?:\s+[{CAPITALS}][\w'’-]*){{1,4}}))?"
)
_WHERE = re.compile(rf"(?:{either('PLACES_OF_TEXT')})(?:\s+[{CAPITALS}]\w*){{1,4}}")
_YEAR = re.compile(pattern("YEAR_OF_PLAN"), re.I)
_SCHOOL_YEAR = re.compile(pattern("SCHOOL_YEAR"), re.I)
_TERM = re.compile(pattern("TERM_OR_PERIOD"), re.I)
_UNTIL = re.compile(pattern("UNTIL_A_YEAR"), re.I)
_GROUNDS = re.compile(pattern("OPENS_GROUNDS"))
_MOTTO = re.compile(pattern("MOTTO"))
_AFTER_TITLE = re.compile(pattern("AFTER_TITLE"))
#: Who else issues plans: schools, companies, hospitals, unions. Their names stand as the document writes them.
_BODY = re.compile(rf"(?:{either('BODIES')})\s")
#: A word of a title, without the marks around it: two in "KINH TẾ-XÃ HỘI" are joined by a hyphen.
_WORD = re.compile(r'[^\s.,;:()"“”/–-]+')
_COMMITTEE = re.compile(pattern("PARTY_COMMITTEE"))
_BY_PLACE = re.compile(pattern("BODY_OF_A_PLACE"))
_NO_TITLE = re.compile(pattern("NO_TITLE"))
_LEADS_TO_TITLE = re.compile(pattern("LEADS_TO_TITLE"), re.I)
_NO_PLACE = frozenset(words("NO_PLACE"))
_FRONT = 30


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; None where it says nothing. ``period`` are the first and the last day."""

    title: str | None = None
    issuer: str | None = None
    number: str | None = None
    date: str | None = None
    period: tuple[str, str] | None = None


def read_metadata(nodes: Sequence[Node], roots: Sequence[Node]) -> Metadata:
    """The metadata of a document whose lists of targets stand under ``roots``."""
    front = [_plain(node.block.text) for node in nodes[:_FRONT]]
    attached = next((match for node in nodes if (match := _ATTACHED.search(_plain(node.block.text)))), None)
    title = _title(front)
    headings = [_plain(root.text) for root in roots]
    above = [_plain(node.text) for root in roots[:1] for node in root.above()]
    if title is None and not headings:  # an annex that is nothing but its table
        title = next(
            (text for text in front if headline_class(text) == "targets" and _YEAR.search(text)), None
        )
    number = attached["n"] if attached else _first(_NUMBER, front[:12], "n")
    date = _date(attached) if attached and attached["y"] else None
    if date is None:
        date = next((_date(match) for text in front[:12] if (match := _DATE.search(text))), None)
    return Metadata(
        title=_shown(title, headings, above),
        issuer=_issuer(attached["who"] if attached else None, nodes),
        number=re.sub(r"\s+", "", number) if number and number[0].isdigit() else None,
        date=date,
        period=_period([*headings, *above, *([title] if title else [])], front),
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text)).strip(" *_")


def _first(pattern: re.Pattern[str], texts: Sequence[str], name: str) -> str | None:
    return next((match[name] for text in texts if (match := pattern.search(text))), None)


def _date(match: re.Match[str]) -> str | None:
    day, month = int(match["d"]), int(match["m"])
    return f"{match['y']}-{month:02}-{day:02}" if 1 <= day <= 31 and 1 <= month <= 12 else None


def _title(front: Sequence[str]) -> str | None:
    """The lines below "NGHỊ QUYẾT", up to the grounds."""
    for at, text in enumerate(front):
        if not _KINDS.match(text) or len(text) > 200:
            continue
        lines = []
        rest = _KINDS.sub("", text).strip(" :.-")
        if rest:
            lines.append(rest)
        for line in front[at + 1 : at + 6]:
            if read_label(line) is not None or _AFTER_TITLE.match(line):
                break
            if (lines and line.startswith(CARRYING_OUT)) or len(line) > 300 or line.endswith((".", ";", ":")):
                break
            lines.append(line)
        about = [line for line in lines if not _NO_TITLE.match(line)]
        return " ".join(about or lines) or None
    return None


def _is_place(where: str) -> bool:
    """Whether a name of a place has its proper name: "KHÓA I" after "phường" is none."""
    parts = where.split()
    return len(parts) > 1 and parts[1].lower() not in _NO_PLACE


def _shown(title: str | None, headings: Sequence[str], above: Sequence[str]) -> str | None:
    """The title of the ruleset: the heading of the list where it is one, else the document's.

    A report on the past that goes on to plans is named by the part with the plans.
    """
    heading = without_count(headings[0]) if len(headings) == 1 else ""
    chosen = heading if headline_class(heading) == "targets" and _YEAR.search(heading) else title or heading
    if title is not None and chosen == title and headline_class(title) == "results":
        chosen = next((text for text in above if _YEAR.search(text)), title)
    if not chosen:
        return None
    text = chosen.strip()
    if is_capitals(text) and headline_class(text) == "targets":  # short forms stay as they are, as "KPI" does
        text = _WORD.sub(lambda word: word[0].lower() if is_syllable(word[0]) else word[0], text)
    text = _LEADS_TO_TITLE.sub("", text)
    return text[:1].upper() + text[1:]


def _issuer(attached: str | None, nodes: Sequence[Node]) -> str | None:
    """Who issued the document: as an annex says, as the head says, with the place that the text names most often."""
    heads = [_left_column(node.block.text) for node in nodes[:14]]
    heads = [text for text in heads if not _GROUNDS.match(text)]
    at_title = next((at for at, text in enumerate(heads) if _KINDS.match(text)), 0)
    # above the title the body above comes first, then the one that issues
    above = [*reversed(heads[:at_title]), *(f"{one} {two}" for one, two in pairwise(heads[:at_title]))]
    if attached is None and (body := _body(heads[:at_title])):
        return _as_in_text(body, nodes)
    texts = [attached or "", *above, *heads[at_title:]]
    found = [match for text in texts if (match := _PLACED.search(text))]
    named = next((match for match in found if match["where"] and _is_place(match["where"])), None)
    if named is not None and named["who"].lower() == found[0]["who"].lower():
        return f"{_cased(named['who'])} {_cased_place(named['where'])}"
    if not found:
        return None
    first = found[0]
    after = re.match(rf"\s+({_PLACES})\b", first.string[first.end("who") :], re.I)
    where = _place_name(nodes, after[1].lower() if after else None) or (after[1].lower() if after else None)
    return f"{_cased(first['who'])} {_cased_place(where)}" if where else _cased(first["who"])


def _body(heads: Sequence[str]) -> str | None:
    """The line above the number where it names a school, a company or the like."""
    named = [
        text for text in heads if len(text) < 120 and is_capitals(text) and not _MOTTO.search(f" {text}")
    ]
    last = named[-1] if named else ""
    if match := _COMMITTEE.fullmatch(last):
        return f"{match[1].capitalize()} {COMMITTEE_OF_PARTY} {match[2].title()}"
    return last if _BODY.match(last) and not _BY_PLACE.match(last) else None


def _as_in_text(name: str, nodes: Sequence[Node]) -> str:
    """A name in capitals as running text writes it; as it stands where no text does."""
    wanted = name.lower()
    for node in nodes:
        text = _plain(node.block.text)
        at = text.lower().find(wanted)
        if at >= 0 and not is_capitals(text[at : at + len(name)]):
            return text[at : at + 1].upper() + text[at + 1 : at + len(name)]
    return name


def _left_column(text: str) -> str:
    """The head of a letter stands in two columns; the issuer in the left one."""
    return _MOTTO.sub("", _plain(re.split(r"\s{3,}|\t", text.strip())[0])).strip()


def _cased(name: str) -> str:
    known = {issuer.lower(): issuer for issuer in words("ISSUERS")} | _SHORT
    return known.get(name.lower(), name)


def _cased_place(where: str) -> str:
    kind = re.match(rf"(?:{_PLACES})\b", where, re.I)
    end = kind.end() if kind else 0
    rest = (word.capitalize() if word.isupper() else word for word in where[end:].split())
    return " ".join([where[:end].lower(), *rest]).strip()


def _place_name(nodes: Sequence[Node], kind: str | None) -> str | None:
    """The place that the text names most often ("phường Đồ Sơn")."""
    from collections import Counter

    seen: Counter[str] = Counter()
    for node in nodes:
        for match in _WHERE.finditer(_plain(node.block.text)):
            if kind is None or match[0].lower().startswith(kind):
                seen[match[0]] += 1
    named = seen.most_common(1)
    return named[0][0] if named and named[0][1] >= 2 else None


def _period(names: Sequence[str], front: Sequence[str]) -> tuple[str, str] | None:
    """The year or the term that the title names, or a heading or sentence about targets."""
    texts = [*names, *(text for text in front if TARGETS in text.lower())]
    return next((found for text in texts if (found := _years(text))), None)


def _years(text: str) -> tuple[str, str] | None:
    if year := _SCHOOL_YEAR.search(text):
        return f"{year['a']}-09-01", f"{year['b']}-08-31"
    if term := _TERM.search(text):
        # a term begins with the congress of its first year, whose figures are what it starts from
        first = int(term["a"]) + (term["word"].lower() == TERM)
        return f"{first}-01-01", f"{term['b']}-12-31"
    if _UNTIL.search(text):
        return None
    if year := _YEAR.search(text):
        return f"{year['y']}-01-01", f"{year['y']}-12-31"
    return None
