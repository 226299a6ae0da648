"""What a figure measures: the words that name its indicator."""

from __future__ import annotations

from collections.abc import Sequence

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import FILLERS, Figure, content
from chitieu.reading.tokens.scanner import Token, keyed, marked
from chitieu.text.spoken import NUMBER_OF, STEP, words

_ALL_OF = frozenset(words("ALL_OF"))
#: Names of what is a share of a hundred: "tỷ lệ …".
_SHARES = frozenset(words("RATE_NAMED"))

_IDLE = frozenset({"STRIVE", "AND", "TIME", "OUGHT", "AMONG", "APART"})
_IDLE_LAST = frozenset({"STRIVE", "AND"})
_SIGNS = frozenset({"SIGN", "DASH", "SLASH"})
#: Fillers and verbs, which alone name nothing that a figure measures.
_VERBS = FILLERS | {"RISE", "FALL", "BRING", "EACH", "TASK"}
#: What tells that no object of a verb follows.
_NO_OBJECT = frozenset({"AND", "AGAINST", "TIME", "PLAN", "POPULATION", "SCOPE", "PREPOSITION"})
#: A name that goes on beyond this is no name.
_LONGEST = 400
#: A run of so few words before a figure may be a verb.
_DEED = 3
#: How many words behind a figure may name what it measures.
_REACH = 24


def trimmed(words: Sequence[Token]) -> Sequence[Token]:
    """The words without the signs and fillers at both ends."""
    start, end = 0, len(words)
    while start < end and (
        words[start].type in _SIGNS
        or not words[start].marks.isdisjoint(_IDLE)
        or words[start].account in ("label", "year")
    ):
        start += 1
    while end > start and (words[end - 1].type in _SIGNS or not words[end - 1].marks.isdisjoint(_IDLE_LAST)):
        end -= 1
    return words[start:end] if start or end < len(words) else words


def words_of(text: str, words: Sequence[Token]) -> str:
    """The words as they stand in the text, in one line."""
    kept = trimmed(words) if words else words
    if not kept:
        return ""
    start = kept[0].start
    stood = text[start : min(kept[-1].end, start + 2 * _LONGEST)]
    return stood.strip() if stood.isprintable() and "  " not in stood else " ".join(stood.split())


def indicator_of(text: str, figure: Figure, previous: Draft | None) -> str:
    """The name of what the figure measures.

    A name before the figure is enough for a share ("tỷ lệ … đạt 95%"). A figure that comes first is named by the
    words behind it ("100% chi bộ …"), a count by its noun and the words around it.
    """
    amount = figure.phrase.amount
    noun = amount.noun if amount else ""
    before = words_of(text, figure.left)
    named = content(figure.left, but=_VERBS)
    verb_first = figure.phrase.change is not None and not figure.phrase.reaches
    behind = ""
    bare = amount is not None and not amount.unit
    if (
        noun
        or bare
        or len(named) <= 1
        or verb_first
        or keyed(figure.island.tokens, ":")
        or _names_only_a_deed(figure, named)
    ):
        behind = words_of(text, _behind(figure))
    name = " ".join(filter(None, (before, noun, behind)))
    if noun and before.casefold().startswith(f"{NUMBER_OF} {noun.casefold()} "):
        name = " ".join(filter(None, (before, behind)))
    if previous is None:
        return name
    ranked = figure.phrase.rank
    if (not before and not behind) or (ranked and _is_no_name(named)):
        more = name if ranked else noun
        carried = previous.indicator
        return carried if carried.endswith(more) else f"{carried} {more}"[:_LONGEST]
    return name


def _is_no_name(named: list[Token]) -> bool:
    """Whether a word is no name of its own; "PAPI" is one."""
    return len(named) <= 1 and not any(token.text.isupper() for token in named)


def _names_only_a_deed(figure: Figure, named: list[Token]) -> bool:
    """ "Bố trí 100% bí thư chi bộ", "Kiên cố hóa 3,2 km kênh mương": a verb before, and behind what it is done to."""
    if not figure.right or len(named) > _DEED or not _names_object(figure.right[0]):
        return False
    return not marked(named, "RATE", "NOUN", "GROWTH_NAME", "RISE", "FALL")


def _names_object(token: Token) -> bool:
    return token.type == "WORD" and token.marks.isdisjoint(_NO_OBJECT)


def _behind(figure: Figure) -> list[Token]:
    words = figure.right[:_REACH]
    for index, token in enumerate(words):
        if "POPULATION" in token.marks or "AGAINST" in token.marks:
            return words[:index]
    return words


def implied_unit(figure: Figure, head: list[Token]) -> str:
    """The unit that the name implies where the figure has none: a share, a growth rate, a rank."""
    amount = figure.phrase.amount
    if amount is not None and amount.unit:
        return ""
    words = figure.left
    if any(t.type == "PERCENT" for t in (*words, *head)):
        return "%"
    if amount is None:
        if marked(words, "RANK") or (words and words[-1].key == STEP):
            return STEP  # "thứ hạng PCI cao hơn năm trước", "tăng bậc so với năm 2024"
        if marked(words, "GROWTH_NAME"):
            return "%"
    return ""


def each_of(text: str, figure: Figure, said: frozenset[str], behind: frozenset[str]) -> str | None:
    """The entities of a universal: "mỗi chi bộ … ít nhất 01 kỳ họp".

    ``said`` and ``behind`` hold the marks of all words to its left and right.
    """
    for index, token in enumerate(figure.left if "EACH" in said else ()):
        if "EACH" not in token.marks:
            continue
        named: list[Token] = []
        ahead = figure.left[index + 1 : index + 8]
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
            if marked(named, "NOUN") and not ("NOUN" in word.marks or word.text[:1].isupper()):
                break  # "mỗi chi bộ thôn kết nạp", "mỗi cơ sở Đoàn tổ chức"
            named.append(word)
        return words_of(text, named) or None
    if "EVERY" in said:  # "xã nào cũng có ít nhất 01 sản phẩm OCOP"
        at = next(at for at, token in enumerate(figure.left) if "EVERY" in token.marks)
        return words_of(text, [t for t in figure.left[:at] if not t.marks & {"TIME", "STRIVE"}]) or None
    described = "DESCRIBES" in said or "DESCRIBES" in behind
    if not described:  # guard
        return None
    return _aspects_of(text, [*figure.left, *figure.right])


def _aspects_of(text: str, words: list[Token]) -> str | None:
    """ "giảm 5% trên cả 3 tiêu chí (số vụ, …)": each of them."""
    for index, every in enumerate(words[:-2]):
        if every.key in _ALL_OF:
            number, noun = words[index + 1 : index + 3]
            if number.account == "count" and "WORD" in noun.type:
                return words_of(text, [noun])
    return None
