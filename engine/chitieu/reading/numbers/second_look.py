"""Numbers that a word beside them made no figure, looked at again when all of their sentence are settled.

Such a word may be a verb ("học 04 chuyên đề") or the head of what is counted ("thôn 5, bản 3"). Where the sentence
has another figure, that one is meant. Where it has none, the number is a figure, or a person must say what it is.
"""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import token_at
from chitieu.text.spoken import BEFORE, COUNTED_IN_CLASS, words

_DOING = frozenset(words("COUNTED_BY_VERB"))
_ALL_OF = frozenset(words("ALL_COUNTED"))
_DAYS_OR_HOURS = frozenset(words("DAYS_OR_HOURS"))
_ROADS = frozenset(words("ADDRESS_HEAD"))
_ENDING, _PARTING = frozenset({";", "."}), frozenset({",", ";", ".", ")"})
#: From here on a number behind the head of a name is hardly the number of one.
_MANY = 100


def look_again(tokens: list[Token]) -> None:
    """Settle the doubtful numbers of every sentence that has no figure otherwise."""
    begun = 0
    for end, token in enumerate([*tokens, None]):
        if token is None or token.key in _ENDING:
            sentence = tokens[begun:end]
            if any(t.type == "NUMBER" and t.account is None for t in sentence):
                _look_at_parts(sentence)
            else:
                _look(sentence)
            begun = end + 1


def _look_at_parts(sentence: list[Token]) -> None:
    """ "Tổ chức 3 lớp tập huấn, học 5 chuyên đề": a part that begins with such a verb counts for itself."""
    for index, token in enumerate(sentence[2:], 2):
        opened = sentence[index - 2].key == "," and sentence[index - 1].key in _DOING
        if token.account == "count" and opened and _is_done(sentence, index):
            token.account = None


def _look(sentence: list[Token]) -> None:
    compared = marked(sentence, "AGAINST", "PREVIOUS", "RISE", "FALL")
    for index, token in enumerate(sentence):
        if token.type != "NUMBER" or not index:
            continue
        if token.account == "count" and not compared and _is_done(sentence, index):
            token.account = None
        elif token.account == "name" and (_is_ahead_of_time(sentence, index) or _is_listed(sentence, index)):
            token.account = "unread"


def _is_done(sentence: list[Token], index: int) -> bool:
    """ "học 04 chuyên đề", "kết nạp cả 12 quần chúng": what a verb counts; "học 2 buổi/ngày" is a way of learning."""
    verb, noun = sentence[index - 1], token_at(sentence, index + 1)
    if noun is None or noun.key == COUNTED_IN_CLASS:
        return False
    if verb.key in _DOING:
        return True
    made = token_at(sentence, index - 2)
    return verb.key in _ALL_OF and made is not None and bool(made.marks & {"MAKE", "KEEP"})


def _is_ahead_of_time(sentence: list[Token], index: int) -> bool:
    """ "gửi tài liệu họp trước 03 ngày": how long before, and nothing else is said of it."""
    after, behind = token_at(sentence, index + 1), token_at(sentence, index + 2)
    timed = sentence[index - 1].key == BEFORE and after is not None and after.key in _DAYS_OR_HOURS
    return timed and (behind is None or behind.key in _PARTING)


def _is_listed(sentence: list[Token], index: int) -> bool:
    """ "khu dân cư kiểu mẫu: thôn 5, bản 3": behind a colon, heads that differ, or a number that is large."""
    head, sign, after = sentence[index - 1], token_at(sentence, index - 2), token_at(sentence, index + 1)
    if "NAME_HEAD" not in head.marks or head.marks & {"NUMBERED"} or head.key in _ROADS:
        return False
    if sign is None or sign.key not in (":", ",") or not (after is None or after.key in _PARTING):
        return False
    colons = [at for at in range(1, index) if sentence[at].key == ":"]
    if not colons or "NOTE_HEAD" in sentence[colons[-1] - 1].marks:
        return False
    listed = {
        sentence[at - 1].key
        for at in range(colons[-1] + 2, len(sentence))
        if sentence[at].type == "NUMBER" and "NAME_HEAD" in sentence[at - 1].marks
    }
    return len(listed) > 1 or (sentence[index].value or 0) >= _MANY
