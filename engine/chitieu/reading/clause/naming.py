"""What a figure measures: the words that name its indicator."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import FILLERS, Figure, content, has_content
from chitieu.reading.numbers.unit_brackets import are_unit
from chitieu.reading.tokens.scanner import Token, keyed, marked
from chitieu.reading.tokens.surroundings import LISTING
from chitieu.text.spoken import AND, ATTAINS, CONCERNS, GET, HAVE, NUMBER_OF, POINT, STEP, TIMES, words

_WHOLES, _EVENLY = frozenset(words("WHOLE_OF")), frozenset(words("EVENLY"))
_ALL_OF = frozenset(words("ALL_OF"))
#: What places are counted as, and what the name of one begins with.
PLACES = frozenset((*words("PLACE_COUNTED"), *words("ADDRESS_HEAD")))

_IDLE = frozenset({"STRIVE", "AND", "TIME", "OUGHT", "AMONG", "APART"})
_IDLE_LAST = frozenset({"STRIVE", "AND", "AMONG"})
_SIGNS = frozenset({"SIGN", "DASH", "SLASH"})
_BEFORE_NAMES = _SIGNS | {"DATE"}
_COUNTED = frozenset({"label", "year"})
#: Fillers and verbs, which alone name nothing that a figure measures.
_VERBS = FILLERS | {"RISE", "FALL", "BRING", "EACH", "TASK"}
_VERBS_OF_WHOM = _VERBS | {"ACTOR"}
_RELATING = FILLERS | {"RESPECTIVELY", "RESTATE"}
#: What tells that no object of a verb follows.
_NO_OBJECT = frozenset({"AND", "AGAINST", "TIME", "PLAN", "POPULATION", "SCOPE", "PREPOSITION"})
#: How often and by how many places: units that say nothing of what is counted.
_NO_NOUNS = frozenset({STEP, TIMES})
#: What the words of a name go on with.
_LEADING = frozenset({"PREPOSITION", "SCOPE"})
_THINGS = frozenset({"NOUN", "ACTOR", "PLACE"})
#: What may tell of each of them.
UNIVERSAL = frozenset({"EACH", "EVERY", "DESCRIBES"})
#: A name that goes on beyond this is no name.
_LONGEST = 400
#: What a unit in brackets ends in.
_UNITS = frozenset({"MEASURE", "NOUN", "SCALE"})
_SHARE_WORDS = frozenset({"PERCENT_WORD", "PERMILLE_WORD"})
#: A run of so few words before a figure may be a verb.
_DEED = 3
#: Quotes of all kinds are this one in a normal text.
_QUOTE = '"'
#: How many words behind a figure may name what it measures.
_REACH = 24
#: So near behind a comma stands how a business fares.
_NEAR_STATE = 7


def words_of(text: str, words: Sequence[Token]) -> str:
    """The words as they stand in the text, in one line, without the signs and fillers at both ends."""
    start, end = 0, len(words)
    while start < end:
        first = words[start]
        if (
            first.type not in _BEFORE_NAMES
            and first.account not in _COUNTED
            and (not first.marks or first.marks.isdisjoint(_IDLE))
        ):
            break
        start += 1
    while end > start:
        last = words[end - 1]
        if last.type not in _SIGNS and (not last.marks or last.marks.isdisjoint(_IDLE_LAST)):
            break
        end -= 1
    if start == end:
        return ""
    begin, end = words[start].start, words[end - 1].end
    closed = ")" in text and text.startswith((")", " )"), end)
    if closed and text.count("(", begin, end) > text.count(")", begin, end):
        end = text.index(")", end) + 1  # "Chỉ số cải cách hành chính (PAR INDEX)"
    if ")" in text and text.count(")", begin, end) > text.count("(", begin, end) and text[begin - 1] == "(":
        begin -= 1  # "18/19 tiêu chí (thiếu tiêu chí môi trường) vào cuối năm"
    if (
        _QUOTE in text and text.count(_QUOTE, begin, end) % 2
    ):  # "“Dân vận khéo” trở lên", "Danh hiệu “Gia đình văn hóa”"
        if text[begin - 1 : begin] == _QUOTE:
            begin -= 1
        elif text.startswith(_QUOTE, end):
            end += 1
    stood = text[begin : begin + 2 * _LONGEST if end - begin > 2 * _LONGEST else end]
    return stood.strip() if stood.isprintable() and "  " not in stood else " ".join(stood.split())


def indicator_of(text: str, figure: Figure, previous: Draft | None) -> str:
    """The name of what the figure measures.

    A name before the figure is enough for a share ("tỷ lệ … đạt 95%"). A figure that comes first is named by the
    words behind it ("100% chi bộ …"), a count by its noun and the words around it.
    """
    amount = figure.phrase.amount
    noun = amount.noun if amount and amount.unit not in _NO_NOUNS else ""
    before = words_of(text, figure.left) if figure.left else ""
    if before and previous is not None and not figure.listed and _only_relates(figure.left):
        before = ""
    behind = ""
    if figure.right and (
        noun
        or (amount is not None and not amount.unit)
        or (figure.phrase.change is not None and not figure.phrase.reaches)
        or _names_too_little(figure)
        or (figure.left and not figure.left[-1].marks.isdisjoint(_LEADING))  # "… cho 100% già làng"
        or keyed(figure.island.tokens, ":")
    ):
        behind = words_of(text, _behind(figure))
    ranked = figure.phrase.rank
    if ranked and behind and _only_leads(figure.right):
        named = content(figure.left, but=_VERBS_OF_WHOM, most=2)
        behind = "" if not _is_no_name(named) or (previous is not None and not before) else behind
    parts = (before, noun, behind)
    if noun and before and _says_all(figure, before.casefold(), noun.casefold(), behind):
        parts = (before, "", behind)
    name = " ".join(filter(None, parts)) if noun or behind else before
    if noun and behind and figure.right[0].key == ",":
        name = f"{name.removesuffix(f' {behind}')}, {behind}"  # "120 cán bộ, chiến sĩ"
    if previous is None:
        return name
    growth = figure.island.tokens[0]
    if not (before or behind or figure.joined_by) and "GROWTH_NAME" in growth.marks:
        return growth.text  # "Thu nhập 65 triệu đồng; tăng trưởng 8%": that of the economy
    if (not before and not behind) or (ranked and _is_no_name(content(figure.left, but=_VERBS))):
        more = name if ranked else "" if amount is not None and amount.unit == POINT else noun
        carried = previous.indicator
        return carried if carried.endswith(more) else f"{carried} {more}"[:_LONGEST].strip()
    return name


def _says_all(figure: Figure, before: str, noun: str, behind: str) -> bool:
    """Whether the name before a count needs its noun no more: "Số hộ nghèo", "Mật độ dân số: 350 người/km2"."""
    if f"{before} ".startswith(f"{NUMBER_OF} {noun} "):
        return True
    if behind or marked(figure.left, "EACH") or figure.left[-1].marks & _LEADING:
        return False  # "Giải quyết việc làm cho 2.350 lao động", "mỗi chi bộ kết nạp được 1 đảng viên"
    if before.endswith(noun) or before.startswith((f"{NUMBER_OF} ", noun)):
        return True
    if not (_is_parted(figure.island.tokens) or _is_rate(figure)):
        return False
    return not _is_no_name(content(figure.left, but=_VERBS, most=2))


def _is_rate(figure: Figure) -> bool:
    """ "LTIFR ≤ 0,5 vụ/1.000.000 giờ công": a count per so many is of what the name says."""
    amount = figure.phrase.amount
    return amount is not None and any(map(str.isdigit, amount.unit.partition("/")[2]))


def _is_parted(tokens: Sequence[Token]) -> bool:
    """Whether a colon or a verb parts a figure from its name: "Vòng quay hàng tồn kho đạt 8 vòng"."""
    return any(token.key == ":" or ("EQUALS" in token.marks and token.key != HAVE) for token in tokens)


def _only_relates(left: list[Token]) -> bool:
    """ "…, đến năm 2030 đạt tương ứng 50%": words that lead to a figure and name nothing."""
    return marked(left, "RESPECTIVELY", "RESTATE") and not content(left, but=_RELATING)


def _only_leads(right: list[Token]) -> bool:
    """ "PCI thuộc nhóm 10 tỉnh, thành phố dẫn đầu cả nước": of whom it is a rank; "… dẫn đầu về CCHC" says in what."""
    return marked(right[:_REACH], "LEADING") and not keyed(right[:_REACH], CONCERNS)


def _is_no_name(named: list[Token]) -> bool:
    """Whether a word is no name of its own; "PAPI" is one."""
    return len(named) <= 1 and not any(token.text.isupper() for token in named)


def _names_too_little(figure: Figure) -> bool:
    """Whether a word before a figure, or a deed, is not all of its name."""
    named = content(figure.left, but=_VERBS, most=_DEED + 1)
    return len(named) <= 1 or (len(named) <= _DEED and _names_only_a_deed(figure, named))


def _names_only_a_deed(figure: Figure, named: list[Token]) -> bool:
    """ "Bố trí 100% bí thư chi bộ", "Kiên cố hóa 3,2 km kênh mương": a verb before, and behind what it is done to."""
    if not _names_object(figure.right[0]):
        return False
    return not marked(named, "RATE", "NOUN", "GROWTH_NAME", "RISE", "FALL")


def _names_object(token: Token) -> bool:
    return token.type == "WORD" and token.marks.isdisjoint(_NO_OBJECT)


def is_awarded_behind(figure: Figure) -> bool:
    """ "Doanh thu đạt 120 tỷ đồng, được tặng Cờ thi đua": behind what is reached, something else that is got.

    But not "Có 12 sản phẩm, được công nhận 4 sao", "Xây dựng 3 mô hình, được công nhận", which tell of what is counted.
    """
    amount, right = figure.phrase.amount, figure.right
    if len(right) < 2 or right[0].key not in (",", AND) or not right[1].key.startswith(GET):
        return False
    reached = amount is not None and not amount.noun and keyed(figure.island.tokens, ATTAINS)
    return (reached or figure.phrase.rank) and ("ATTAIN" in right[1].marks or marked(right, "HONOR"))


def _behind(figure: Figure) -> list[Token]:
    words = figure.right[:_REACH]
    if len(words) > 1 and words[0].key == "," and words[1].marks and words[1].marks.isdisjoint(_THINGS):
        return []  # "Chỉ số CCHC đạt 86 điểm, xếp loại Tốt", but not "12 xã, thị trấn"
    if is_awarded_behind(figure):
        return []
    for index, token in enumerate(words):
        if "POPULATION" in token.marks or "AGAINST" in token.marks:
            return words[:index]
        if token.key == "," and marked(words[index + 1 : index + _NEAR_STATE], "SOUND"):
            return words[:index]  # "giảm lỗ 30%, từ năm 2026 kinh doanh có lãi"
    return words


def implied_unit(figure: Figure, head: list[Token]) -> str:
    """The unit that the name implies where the figure has none: a share, a growth rate, a rank."""
    amount = figure.phrase.amount
    if amount is not None and amount.unit:
        return ""
    words = figure.left
    if any(t.type == "PERCENT" for t in (*words, *head)) and not _counts_by_share(words):
        return "%"
    if amount is None:
        if marked(words, "RANK") or (words and words[-1].key == STEP):
            return STEP  # "thứ hạng PCI cao hơn năm trước", "tăng bậc so với năm 2024"
        if marked(words, "GROWTH_NAME"):
            return "%"
    return ""


def unit_of_head(text: str, head: Sequence[Token]) -> str:
    """The unit in brackets at the end of what heads a list: "Diện tích (ha): lúa 1.200; ngô 350"."""
    last = head[-1]
    if not last.marks.isdisjoint(_SHARE_WORDS):
        return "%" if "PERCENT_WORD" in last.marks else "‰"
    if last.type != "PERCENT" and last.marks.isdisjoint(_UNITS):
        return ""
    at = len(head) - 1
    while at and "(" not in text[head[at - 1].end : head[at].start]:
        at -= 1
    inside = list(head[at:])
    if not at or not are_unit(inside):
        return ""
    return " ".join(text[inside[0].start : last.end].split())


def _counts_by_share(words: list[Token]) -> bool:
    """ "Số thôn có tỷ lệ hộ nghèo dưới 3%: 12": the share says which are counted."""
    if not words or words[0].key != NUMBER_OF:
        return False
    return all(words[at - 1].type == "NUMBER" for at, token in enumerate(words) if token.type == "PERCENT")


def each_of(text: str, figure: Figure, said: frozenset[str]) -> str | None:
    """The entities of a universal: "mỗi chi bộ … ít nhất 01 kỳ họp".

    ``said`` holds the marks of all words to its left. Where none is of ``UNIVERSAL``, and no word to its right
    describes, there are none.
    """
    opened = _last_opened(figure.left) if "EACH" in said else 0
    for index in chain(range(opened, len(figure.left)), range(opened)) if "EACH" in said else ():
        token = figure.left[index]
        if "EACH" not in token.marks:
            continue
        named: list[Token] = []
        ahead = figure.left[index + 1 : index + 8]
        if token.key in _WHOLES and not marked(ahead[:1], "NOUN"):
            continue  # "toàn bộ diện tích"
        listed = [
            at for at, word in enumerate(ahead[:-1]) if word.key == "," and "NOUN" in ahead[at + 1].marks
        ]
        if listed and all("NOUN" in ahead[at - 1].marks for at in listed if at):
            return words_of(text, ahead[: listed[-1] + 2])  # "mỗi xã, phường, thị trấn"
        for word in figure.left[index + 1 : index + 4]:
            if word.type != "WORD" or word.marks & {
                "EQUALS",
                "OPENING",
                "AND",
                "TIME",
                "MAKE",
                "NEVER",
                "KEEP",
            }:
                break
            if named and word.key in _EVENLY:
                break
            if marked(named, "NOUN") and not ("NOUN" in word.marks or word.text[:1].isupper()):
                break  # "mỗi chi bộ thôn kết nạp", "mỗi cơ sở Đoàn tổ chức"
            named.append(word)
        if not named:
            continue  # "Cải thiện tất cả 10 chỉ số, mỗi chỉ số tăng 0,15 điểm"
        return words_of(text, named) or None
    if "EVERY" in said:  # "xã nào cũng có ít nhất 01 sản phẩm OCOP"
        at = next(at for at, token in enumerate(figure.left) if "EVERY" in token.marks)
        return words_of(text, [t for t in figure.left[:at] if not t.marks & {"TIME", "STRIVE"}]) or None
    return _aspects_of(text, [*figure.left, *figure.right])


def _last_opened(left: list[Token]) -> int:
    """ "mỗi xã một sản phẩm, mỗi thôn ít nhất 1 mô hình": where the part begins that is of the figure; else 0.

    "mỗi xã, mỗi phường có 1 mô hình" goes on with those that it names.
    """
    several = [at for at, token in enumerate(left) if "EACH" in token.marks]
    for before, at in zip(several[-2::-1], several[:0:-1], strict=True):
        between = [token for token in left[before + 1 : at] if token.key not in LISTING]
        if left[at - 1].key in LISTING and any("NOUN" not in token.marks for token in between):
            return at
    return 0


def tells_only_of_whom(figure: Figure) -> bool:
    """ "mỗi thôn ít nhất 1", "mỗi xã có 2": no word says how many of what."""
    named = content(figure.left)
    each = bool(named) and "EACH" in named[0].marks and all("NOUN" in token.marks for token in named[1:])
    return each and not has_content(figure.right) and figure.phrase.change is None and not figure.phrase.rank


def _aspects_of(text: str, words: list[Token]) -> str | None:
    """ "giảm 5% trên cả 3 tiêu chí (số vụ, …)": each of them."""
    for index, every in enumerate(words[:-2]):
        if every.key in _ALL_OF:
            number, noun = words[index + 1 : index + 3]
            if number.account == "count" and "WORD" in noun.type:
                return words_of(text, [noun])
    return None
