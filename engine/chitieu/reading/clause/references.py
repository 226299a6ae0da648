"""Changes without an amount: "giảm so với năm trước" says which way, and against what; so does "không để … tăng"."""

from __future__ import annotations

from itertools import dropwhile, pairwise
from typing import Literal

from chitieu.reading.clause.segments import DATED, Figure, Segment, content, has_content, new_figure
from chitieu.reading.phrases.phrase import new_phrase
from chitieu.reading.phrases.roles import new_island
from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import CHANGING, COMPARATORS
from chitieu.text.spoken import ANY, LET_NOT, NOT, words

#: A verb and what it changes; how many words may stand between the two and what they are against.
_FEW, _NEAR = 2, 5
#: What may stand before the verb that opens a clause: "kiềm chế, kéo giảm số vụ cháy".
_BEFORE_A_VERB = frozenset({"STRIVE", "TIME", "AND", "BRING", "SURELY"})
#: "không làm tăng biên chế": what is not done to it.
_CAUSING = frozenset(words("CAUSING"))
_ALL_OF = frozenset(words("ALL_OF"))
_RESTRAINING = frozenset(words("RESTRAINING"))
#: What else than years and plans something may be against: means, and what a date or months tell.
_MEANS = frozenset({"AVERAGE", "COMMON"})
#: What says that something is as much as a mean, and what the name of such a mean begins with.
AS_MUCH_AS, _MEAN_OF_ALL = frozenset(words("AS_MUCH_AS")), words("MEAN_OF_ALL")
#: What leads to a figure of its own.
_OWN_VERBS = frozenset({"RISE", "FALL", "EQUALS", "STRIVE", "UP_TO", "DOWN_TO"})
_TURNED: dict[str, Literal["increase", "decrease"]] = {"increase": "decrease", "decrease": "increase"}


def promote_reference(segment: Segment) -> None:
    """Make a change of a comparison alone: "giảm tai nạn giao thông trên cả 3 tiêu chí so với năm 2023"."""
    if len(segment.references) != 1:
        return
    reference = segment.references[0]
    if segment.figures:
        _promote_before(segment, reference)
        return
    said = [token for token in segment.words if token.end <= reference.start]
    behind = [token for token in segment.words if token.start >= reference.end]
    verb = _verb_before(said)
    if verb is not None and len(said) >= _FEW:
        reference.right = behind
        _promote(segment, reference, said, verb)
    elif verb is None and segment.head and (announced := _verb_of_all(segment.head)) is not None:
        # "giảm cả ba mặt: số vụ, số người chết … so với năm 2023"
        reference.phrase.change = change_of(announced)
        reference.left = said
        segment.figures, segment.references = [reference], []
    elif not has_content(said):
        opened_by(segment, reference)
    elif (
        behind and _is_verb(behind[-1]) and (len(behind) == 1 or (len(behind) == _FEW and _denies(behind[0])))
    ):
        _promote(segment, reference, [*said, *behind], behind[-1])  # "số vụ cháy so với năm 2022 không tăng"


def promote_point(segment: Segment) -> None:
    """ "giảm so với bình quân 3 năm trước", "so với 6 tháng đầu năm 2023, … tăng": a change against another point."""
    words = segment.words
    at = next((at for at, token in enumerate(words) if "AGAINST" in token.marks), len(words))
    if at + 1 >= len(words):
        return
    end = next((end for end in range(at + 1, len(words)) if _ends_point(words[end])), len(words))
    changes = at > 0 and _is_verb(words[at - 1])
    if not changes and words[at + 1].marks.isdisjoint(_MEANS) and words[at + 1].account not in DATED:
        return
    point = words[at:end]
    island = new_island(0, 0, point, compares=True)
    segment.words = [*words[:at], *words[end:]]
    segment.references = [new_figure(new_phrase(), island)]
    promote_reference(segment)
    if not segment.figures:
        segment.words, segment.references = words, []


def _ends_point(token: Token) -> bool:
    return token.type == "SIGN" or token.key == NOT or _is_verb(token)


def opened_by(segment: Segment, reference: Figure) -> None:
    """ "So với năm 2022, số vụ cháy giảm, số người chết không tăng": changes behind what they are against.

    The verb opens or ends each of them. ``segment`` may be another behind the one of the ``reference``.
    """
    words = [token for token in segment.words if token.start >= reference.end]
    begun = 0
    for at, token in enumerate([*words, None]):
        if token is not None and token.key != ",":
            continue
        part, begun = words[begun:at], at + 1
        named = content(part)
        if len(named) < _FEW:
            continue
        verb = part[-1] if _is_verb(part[-1]) else _verb_before(part)
        if verb is not None and (verb is part[-1] or verb in named[: _FEW + 1]):
            island = new_island(reference.island.start, reference.island.end, [verb], compares=True)
            phrase = new_phrase(reference.phrase.basis)
            _promote(segment, new_figure(phrase, island), part, verb)


def _promote(segment: Segment, reference: Figure, said: list[Token], verb: Token) -> None:
    reference.phrase.change = change_of(verb)
    reference.left = said
    _hold_before(reference, said.index(verb))
    if reference.left[-1] is verb:
        reference.left = said[:-1]
    segment.figures.append(reference)
    segment.references = []


def change_of(verb: Token) -> Literal["increase", "decrease"]:
    """Which way a verb of change goes."""
    return "decrease" if "FALL" in verb.marks else "increase"


def _is_verb(token: Token) -> bool:
    return not token.marks.isdisjoint(CHANGING)


def _verb_before(said: list[Token]) -> Token | None:
    """The verb of the words before what something is against: at their beginning, or near to their end."""
    named = (token for token in said if not token.marks & _BEFORE_A_VERB and token.type == "WORD")
    opening = next(dropwhile(_denies, named), None)  # "giảm số vụ cháy …", "không làm tăng biên chế …"
    verb = opening if opening is not None and _is_verb(opening) else None
    if verb is None and any(token.account == "count" for token in said):
        # "tai nạn giảm cả 3 tiêu chí so với …"
        verb = next(filter(_is_verb, said), None)
    if verb is None:
        verb = _verb_of_all(said)
    if verb is None:
        verb = next(filter(_is_verb, said[-_NEAR:]), None)
    return verb


def _verb_of_all(said: list[Token]) -> Token | None:
    """ "tai nạn giao thông giảm trên cả ba mặt số vụ, …": what changes in all that is listed."""
    return next((verb for verb, all_of in pairwise(said) if all_of.key in _ALL_OF and _is_verb(verb)), None)


def _denies(token: Token) -> bool:
    return token.key in (NOT, LET_NOT) or token.key in _CAUSING


def _promote_before(segment: Segment, reference: Figure) -> None:
    """ "Giảm số vụ cháy so với năm 2025, thu ngân sách đạt 12 tỷ đồng": a change in front of another figure."""
    figure = segment.figures[0]
    words = [token for token in figure.left if token.end <= reference.start]
    behind = [token for token in figure.left if token.start >= reference.end]
    opening = next(iter(content(words)), None)
    if opening is None or not _is_verb(opening) or len(words) <= _FEW or len(behind) < _FEW:
        return
    joins = behind[0].key if behind[0].key == "," or "AND" in behind[0].marks else ""
    if not joins or not has_content(behind[1:]):
        return
    reference.phrase.change = change_of(opening)
    reference.left = words
    figure.left, figure.joined_by = behind[1:], joins
    segment.figures, segment.references = [reference, *segment.figures], []


def hold_change(figure: Figure) -> None:
    """ "không để số vụ cháy tăng so với năm 2022", "số vụ cháy không tăng so với …": what must not go the other way."""
    if figure.phrase.amount is None and figure.phrase.change is not None and not figure.phrase.compared:
        _hold_before(figure, len(figure.left))


def restrains(figure: Figure) -> bool:
    """ "kiềm chế tăng biên chế so với năm 2023": no rise at all, or less of one; a person must say."""
    return figure.opening is not None and figure.opening.key in _RESTRAINING


def _hold_before(figure: Figure, verb: int) -> None:
    """Turn the change of a figure where the words before its verb, which stands at ``verb``, deny it."""
    left = figure.left
    at = _held_at(left[:verb])
    if at is None or figure.phrase.change is None:
        return
    if left[at].key in _RESTRAINING and figure.phrase.change == "decrease":
        return
    begin = at + 1
    if begin < verb and left[begin].key in _CAUSING:
        begin += 1
    figure.opening = left[at]
    figure.left = [*left[:at], *left[begin:verb], *left[verb + 1 :]]
    figure.phrase.change = _TURNED[figure.phrase.change]
    figure.phrase.op, figure.phrase.compared = ">=", True


def _held_at(said: list[Token]) -> int | None:
    """Where words before a verb deny that it happens: "không", "không làm", "không để …", "kiềm chế"."""
    for at in range(len(said) - 1, -1, -1):
        token = said[at]
        if token.key == LET_NOT:  # "không để chỉ số nào giảm" is no more than a condition
            return None if any(word.key == ANY for word in said[at:]) else at
        last = at + 1 == len(said)
        if (token.key == NOT and (last or said[at + 1].key in _CAUSING)) or (
            last and token.key in _RESTRAINING
        ):
            return at
        if token.key == "," and token.type == "SIGN":
            return None
    return None


def compares(word: Token, common: Token) -> bool:
    """ "cao hơn mức bình quân chung", "tương đương bình quân chung"; but not "hỗ trợ bằng mức quy định", no mean."""
    if word.key in AS_MUCH_AS:
        return "COMMON" in common.marks and common.key.startswith(_MEAN_OF_ALL)
    return "COMMON" in common.marks and not word.marks.isdisjoint(COMPARATORS)


def beside_common(part: list[Token]) -> int | None:
    """Where "thu nhập bình quân cao hơn mức bình quân chung của tỉnh, …" compares, if it does."""
    for at, (first, second) in enumerate(pairwise(part)):
        if compares(first, second):
            return at
    return None


def compares_first(figure: Figure, begun: int, index: int) -> bool:
    """ "cao hơn bình quân chung của tỉnh và tăng ít nhất 03 bậc"; but "… của tỉnh và cả nước 2%" compares with both."""
    if "COMMON" not in figure.said or beside_common(figure.left[begun:index]) is None:
        return False
    behind = figure.left[index + 1 :]
    return "RATE" in behind[0].marks if behind else figure.island.tokens[0].type in _OWN_VERBS
