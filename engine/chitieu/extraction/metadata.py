"""Issuer, title, number, date and period of a document, where its text has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from chitieu.extraction.joining import is_capitals
from chitieu.extraction.labels import CAPITALS, read_label
from chitieu.extraction.outline import Node
from chitieu.extraction.words import headline_class, without_count

_KINDS = re.compile(
    r"^(?:NGHỊ QUYẾT|KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|BÁO CÁO|THÔNG BÁO|CHỈ THỊ|ĐỀ ÁN)\b", re.I
)
_NUMBER = re.compile(r"^Số\s*:?\s*(?P<n>[0-9]{0,5}\s*[-/]\s*[A-ZĐ0-9][\w/.-]*[\w])", re.I)
_ATTACHED = re.compile(
    r"kèm theo\s+(?:Nghị quyết|Kế hoạch|Quyết định|Chương trình|Công văn)\s+số\s*:?\s*(?P<n>[0-9]+\s*[-/]\s*[\w/.-]*\w)"
    r"(?:,?\s*ngày\s+(?P<d>[0-9]{1,2})\s*(?:[/.-]|tháng)\s*(?P<m>[0-9]{1,2})\s*(?:[/.-]|năm)\s*(?P<y>[0-9]{4}))?"
    r"(?:\s+của\s+(?P<who>[^).;]+))?",
    re.I,
)
_DATE = re.compile(r",\s*ngày\s+(?P<d>[0-9]{1,2})\s+tháng\s+(?P<m>[0-9]{1,2})\s+năm\s+(?P<y>[0-9]{4})", re.I)
_ISSUERS = (
    r"Ban Chấp hành Đảng bộ|Ban Thường vụ|Đảng ủy|Đảng bộ|Hội đồng nhân dân|HĐND|Ủy ban nhân dân|UBND|"
    r"Đại hội đại biểu Đảng bộ|Đại hội Đảng bộ|Huyện ủy|Thị ủy|Thành ủy|Chi bộ"
)
_PLACES = r"phường|xã|thị trấn|quận|huyện đảo|huyện|thị xã|thành phố|tỉnh|đặc khu"
_PLACED = re.compile(
    rf"(?P<who>(?i:{_ISSUERS}))(?:\s+(?P<where>(?i:{_PLACES})(?:\s+[{CAPITALS}][\w'’-]*){{1,4}}))?"
)
_WHERE = re.compile(rf"(?:phường|xã|thị trấn|quận|huyện|thị xã|đặc khu)(?:\s+[{CAPITALS}]\w*){{1,4}}")
_YEAR = re.compile(r"\bnăm\s+(?P<y>20[0-9]{2})\b(?!\s*[-–]\s*20)", re.I)
_SCHOOL_YEAR = re.compile(r"năm học\s+(?P<a>20[0-9]{2})\s*[-–—]\s*(?P<b>20[0-9]{2})", re.I)
_TERM = re.compile(r"(?P<word>nhiệm kỳ|giai đoạn)\s+(?P<a>20[0-9]{2})\s*[-–—]\s*(?P<b>20[0-9]{2})", re.I)
_UNTIL = re.compile(r"đến (?:cuối )?năm\s+(?P<y>20[0-9]{2})", re.I)
_GROUNDS = re.compile(r"(?:[-–+*]\s*)?(?:Căn cứ|Xét|Thực hiện|CỘNG HÒA|CỘNG HOÀ|Số\b)")
_MOTTO = re.compile(r"\s(?:CỘNG H[ÒO][AÀ] XÃ HỘI|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN VIỆT NAM).*$")
_AFTER_TITLE = re.compile(r"[*_]|Căn cứ|Xét|Tại |Trên cơ sở|HỘI ĐỒNG|ỦY BAN|Để |QUYẾT")
#: Who else issues plans: schools, companies, hospitals, unions. Their names stand as the document writes them.
_BODY = re.compile(
    r"(?:TRƯỜNG|TRUNG TÂM|SỞ|CÔNG TY|TỔNG CÔNG TY|TẬP ĐOÀN|BỆNH VIỆN|ĐOÀN|BCH|BAN CHẤP HÀNH|BAN QUẢN LÝ|HỘI|LIÊN ĐOÀN|"
    r"CÔNG ĐOÀN|MẶT TRẬN|ỦY BAN MẶT TRẬN|ỦY BAN MTTQ|CÔNG AN|HỢP TÁC XÃ|NGÂN HÀNG|CHI CỤC|CỤC|TRẠM|VIỆN|HỌC VIỆN|"
    r"BẢO HIỂM|CHI BỘ|KHO BẠC|THUẾ|CHI NHÁNH|PHÒNG)\s",
)
_COMMITTEE = re.compile(r"(TỈNH|THÀNH|HUYỆN|THỊ|QUẬN) [ỦU][YỶ] (\S+(?: \S+){0,4})")
_BY_PLACE = re.compile(r"(?:HỘI ĐỒNG NHÂN DÂN|BAN CHẤP HÀNH ĐẢNG BỘ)\b")
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
            if (lines and line.startswith("Thực hiện")) or len(line) > 300 or line.endswith((".", ";", ":")):
                break
            lines.append(line)
        about = [line for line in lines if not re.match(r"(?:HỘI NGHỊ|BAN CHẤP HÀNH|KHÓA|_|—)", line)]
        return " ".join(about or lines) or None
    return None


def _is_place(where: str) -> bool:
    """Whether a name of a place has its proper name: "KHÓA I" after "phường" is none."""
    words = where.split()
    return len(words) > 1 and words[1].lower() not in ("khóa", "khoá", "lần", "nhiệm")


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
    if is_capitals(text) and headline_class(text) == "targets":  # names of places stay as they are
        text = text.lower()
    text = re.sub(r"^(?:của\s.{5,80}?\s)?(?:về việc|v/v|về)\s+", "", text, flags=re.I)
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
        return f"{match[1].capitalize()} ủy {match[2].title()}"
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
    for known in (
        "Ban Chấp hành Đảng bộ", "Ban Thường vụ", "Đảng ủy", "Đảng bộ", "Hội đồng nhân dân", "Ủy ban nhân dân",
        "Đại hội đại biểu Đảng bộ", "Đại hội Đảng bộ", "Huyện ủy", "Thị ủy", "Thành ủy", "Chi bộ",
    ):  # fmt: skip
        if known.lower() == name.lower():
            return known
    return {"hđnd": "Hội đồng nhân dân", "ubnd": "Ủy ban nhân dân"}.get(name.lower(), name)


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
    texts = [*names, *(text for text in front if "chỉ tiêu" in text.lower())]
    return next((found for text in texts if (found := _years(text))), None)


def _years(text: str) -> tuple[str, str] | None:
    if year := _SCHOOL_YEAR.search(text):
        return f"{year['a']}-09-01", f"{year['b']}-08-31"
    if term := _TERM.search(text):
        # a term begins with the congress of its first year, whose figures are what it starts from
        first = int(term["a"]) + (term["word"].lower() == "nhiệm kỳ")
        return f"{first}-01-01", f"{term['b']}-12-31"
    if _UNTIL.search(text):
        return None
    if year := _YEAR.search(text):
        return f"{year['y']}-01-01", f"{year['y']}-12-31"
    return None
