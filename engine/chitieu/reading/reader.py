"""Clauses, short expressions and reported values, read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache

from chitieu.diagnostics import Diagnostic, Place
from chitieu.quantity.actual import Actual
from chitieu.quantity.words import fold
from chitieu.reading.clause.asides import split_name
from chitieu.reading.clause.segments import PARTING, Figure, elements_of, new_figure, segments_of
from chitieu.reading.drafts.builder import TargetBuilder
from chitieu.reading.model import FigureAccount, Reading
from chitieu.reading.numbers.before import without_what_was
from chitieu.reading.numbers.figures import settle_figures
from chitieu.reading.numbers.labels import drop_opening, without_label
from chitieu.reading.numbers.named_changes import CHANGING_NAMES, NamedChange, change_in, said_of_value
from chitieu.reading.numbers.weights import may_weigh, take_weights
from chitieu.reading.phrases.parser import Grammar
from chitieu.reading.phrases.roles import find_islands
from chitieu.reading.reported import actual_of_phrase, actual_of_words, plain_actual, says_several
from chitieu.reading.rows import find_rows, read_rows
from chitieu.reading.statements import joints
from chitieu.reading.tokens.breaks import drop_besides, end_lines
from chitieu.reading.tokens.items import (
    JOINS,
    begins_with_word,
    drop_bullets,
    joins_items,
    mark_of_items,
    part_items,
    part_joined,
)
from chitieu.reading.tokens.lexicon import GLUED, MISSPELT, Lexicon, build_lexicon
from chitieu.reading.tokens.mangled import MANGLED, read_mangled
from chitieu.reading.tokens.misspelling import alias_misspellings
from chitieu.reading.tokens.pages import LINE_END, doubt_page_numbers
from chitieu.reading.tokens.scanner import Contents, Token, contents_of, marks_of, scan
from chitieu.reading.tokens.surroundings import CHANGING, token_at
from chitieu.reading.tokens.vocabulary import marked_spellings
from chitieu.reading.told import scoring
from chitieu.reading.told.notes import account_note, opens_a_note, without_notes
from chitieu.resources import data_dir
from chitieu.target import Target
from chitieu.target.trusted import trusted
from chitieu.text.garbled import is_garbled
from chitieu.text.source import SourceText, read_source
from chitieu.text.spoken import POINT, words
from chitieu.text.terminals import read_terminals

#: How the name of an age begins that is bounded: "Độ tuổi bổ nhiệm lần đầu".
_AGES = words("AGE_BEGINS")
_DIGIT = re.compile(r"[0-9]")
#: Signs that may mean several things.
_DOUBTFUL_SIGNS = frozenset({"≠", "=>", "=<", "$", "+", "±", "+/-"})
#: So near before "±" stands the figure that it is around, with its unit.
_NEAR_MIDDLE = 4
#: Signs that say nothing in a reported value.
_NO_PART_OF_VALUES = frozenset({'"', ".", "(", ")", "*"})
#: From so many letters on a text in capitals is no name or grade.
_SHOUTED = 20
#: Words but for what a figure carries: "5G", "22KV".
_CAPITALS = re.compile(r"(?<![0-9])[^\W\d_]+")
#: Mends that leave a doubt, so that a person must look.
_DOUBTS = frozenset(
    {
        "reading.unreadable_figure",
        "reading.space_or_list",
        "reading.words_differ",
        "reading.unknown_sign",
        "reading.sign",
        "reading.nothing_read",
        "reading.glued_words",
        "reading.five_or_year",
    }
)

#: Meanings whose words stand in a target.
_NAMED_IN_TARGETS = frozenset({"SCALE", "GRADE"})


class _Reader:
    """The compiled grammar and lexicon. Built once, on the first reading."""

    def __init__(self) -> None:
        self.grammar = Grammar()
        lexicon = (data_dir("grammar") / "lexicon.lark").read_text(encoding="utf-8")
        spellings, patterns = read_terminals(lexicon)
        self._words = {**spellings, **marked_spellings()}
        self._patterns = patterns
        steering = {name: words for name, words in self._words.items() if not name.startswith("SAID_")}
        self.lexicon = build_lexicon(steering, patterns)
        alias_misspellings(self.lexicon.trie, steering)

    @cached_property
    def said(self) -> Lexicon:
        """The lexicon for what is reported, with the words that only a report says."""
        lexicon = build_lexicon(self._words, self._patterns)
        alias_misspellings(lexicon.trie, self._words)
        return lexicon

    def measures_age(self, indicator: str) -> bool:
        """Whether years of age are what an indicator measures: "Tuổi thọ trung bình"."""
        name = fold(indicator)
        return name.startswith(_AGES) or any(lifespan in name for lifespan in self._words["LIFESPAN"])

    def tokens(self, text: str, *, reported: bool = False) -> tuple[list[Token], Contents]:
        if text.isupper() and _SHOUTED < len(text) == len(text.lower()):
            # a heading in capitals: they tell no names
            text = text[0] + _CAPITALS.sub(lambda word: word[0].lower(), text[1:])
        tokens, contents = scan(text, self.said if reported else self.lexicon)
        if MANGLED in contents.shape:
            read_mangled(tokens)
            contents = contents_of(tokens)
        return tokens, contents

    def figures(
        self,
        tokens: list[Token],
        marks: frozenset[str],
        numbers: Sequence[int] | None = None,
        *,
        dated: bool = True,
    ) -> list[Figure]:
        """The figure phrases of tokens; ``marks``, ``numbers`` and ``dated`` as of `find_islands`."""
        figures: list[Figure] = []
        for island in find_islands(tokens, marks, numbers, dated=dated):
            phrases, taken = self.grammar.figure_phrases(island.tokens)
            if not taken:
                for token in island.tokens:
                    token.type = "WORD" if token.type not in ("SIGN", "NUMBER") else token.type
                continue
            for phrase in phrases:
                figures.append(new_figure(phrase, island))
        return figures


@cache
def _reader() -> _Reader:
    return _Reader()


@lru_cache(maxsize=4096)
def parse(text: str) -> Reading:
    """Read a clause: every target that it states, with notes on what a person must look at.

    Never raises, whatever the text.

    >>> reading = parse("Tỷ lệ hộ gia đình văn hóa trên 98%, kết nạp từ 5 - 8 đảng viên")
    >>> [(t.condition.op, t.unit) for t in reading.targets]
    [('>', '%'), ('range', 'đảng viên')]
    """
    return _parse(text, tells=False)


@lru_cache(maxsize=4096)
def read_all(text: str) -> Reading:
    """Read a clause as `parse` does, and make a target, to be confirmed, also of what it only tells.

    >>> told = "Toàn xã có 1.846 hộ với 7.203 nhân khẩu, sinh sống ở 9 thôn"
    >>> len(parse(told).targets), len(read_all(told).targets), read_all(told).needs_review
    (0, 3, True)
    """
    return _parse(text, tells=True)


def _parse(text: str, *, tells: bool) -> Reading:
    source = read_source(text)
    if is_garbled(source.text, strange=source.strange):
        notes = (Diagnostic("text.legacy_font"),)
        return trusted(Reading, {"text": text, "needs_review": True, "notes": notes})
    return _read(source, tells=tells)


def _read(source: SourceText, indicator: str | None = None, *, tells: bool = True) -> Reading:
    """``tells``: what the clause only tells is a target as well."""
    tokens, contents = _reader().tokens(source.text)
    wrong = (
        [_misspelt(source, token) for token in tokens if MISSPELT in token.marks]
        if MISSPELT in contents.marks
        else []
    )
    if GLUED in contents.marks:
        wrong += [_glued(source, token) for token in tokens if GLUED in token.marks]
    if LINE_END in source.given and contents.shape.count("NUMBER") > 1:
        doubt_page_numbers(source, tokens)
    apart: list[Token] = []
    if indicator is None:
        opened = not begins_with_word(tokens)
        if opened and drop_bullets(tokens):  # guard
            contents = contents_of(tokens)
        mark = mark_of_items(tokens, contents)
        if opened:  # guard
            drop_opening(tokens)
        if "BESIDES" in contents.marks:  # guard
            drop_besides(tokens)
        joined = "BESIDES" in contents.marks or not JOINS.isdisjoint(contents.keys)
        if joined and joins_items(contents) and part_joined(tokens):  # guard
            contents = contents_of(tokens)
    if may_weigh(contents) and take_weights(tokens, apart):  # guard
        contents = contents_of(tokens)
    if indicator is None:
        if named := split_name(source.text, tokens, contents):
            indicator, opening, tokens = named
            apart += opening
            contents = contents_of(tokens)
        elif found := find_rows(source, tokens, contents):
            read, said, remarks, seen = read_rows(source, *found, _build)
            seen = _in_order(apart, _with_unseen(tokens, seen))
            return _reading(source, read, said, [*wrong, *remarks], seen)
        else:
            ended = "\n" in source.given and end_lines(
                source, tokens, lambda piece: _reader().tokens(piece)[0]
            )
            if (mark and part_items(tokens, mark, apart)) or ended:
                contents = contents_of(tokens)
            if "|" in source.text and take_weights(tokens, apart):  # of cells that became parts
                contents = contents_of(tokens)
    lifespan = indicator is not None and _reader().measures_age(indicator)
    given = tokens.copy()
    codes = settle_figures(tokens, contents, lifespan=lifespan)
    doubtful = not _DOUBTFUL_SIGNS.isdisjoint(contents.keys)
    if doubtful and any(_is_unread_sign(tokens, at) for at in range(len(tokens))):  # guard
        codes.append("reading.unknown_sign")
    contents.mended = contents.mended or tokens != given  # a token is equal to itself alone
    kept = tokens
    if "(" in contents.keys:  # guard
        kept = without_what_was(tokens)
    if indicator is None and "SURE_NOTE" in contents.marks:  # guard
        kept = without_notes(kept)
    scored: list[scoring.Scored] = []
    if indicator is None and POINT in contents.keys:  # guard
        kept, scored = scoring.without_points(kept)
    if kept is not tokens:
        contents = contents_of(kept)
        contents.numbers = [at for at, token in enumerate(kept) if token.type == "NUMBER"]
    targets, notes = _build(source, kept, indicator, contents, tells=tells)
    if scored:
        scoring.leave_unread(scored, targets, source)
    if indicator is not None and not targets:
        codes.append("reading.nothing_read")
    return _reading(source, targets, codes, [*wrong, *notes], _in_order(apart, tokens) if apart else tokens)


def _in_order(apart: list[Token], tokens: list[Token]) -> list[Token]:
    """All tokens of a clause, with those that were set apart."""
    return sorted([*apart, *tokens], key=lambda token: token.start)


def _misspelt(source: SourceText, token: Token) -> Diagnostic:
    """The note on a wrong spelling; what a unit or a grade is called is spelled right from here on."""
    place = Place(span=source.span(token.start, token.end))
    note = Diagnostic("reading.misspelt", {"word": token.text, "read": token.key}, place)
    if not token.marks.isdisjoint(_NAMED_IN_TARGETS):
        token.text = token.key
    return note


def _glued(source: SourceText, token: Token) -> Diagnostic:
    place = Place(span=source.span(token.start, token.end))
    return Diagnostic("reading.glued_words", {"words": token.text}, place)


def _with_unseen(tokens: Sequence[Token], seen: Sequence[Token]) -> list[Token]:
    """The tokens of a row in order, with the numbers that no cell took: a person must look at them."""
    spans = sorted((token.start, token.end) for token in seen)
    unseen: list[Token] = []
    at = 0
    for token in sorted(tokens, key=lambda token: token.start):
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        covered = at < len(spans) and spans[at][0] <= token.start
        if token.type == "NUMBER" and not covered:
            unseen.append(token)
    return sorted([*seen, *unseen], key=lambda token: token.start)


@lru_cache(maxsize=4096)
def _change_in(indicator: str) -> NamedChange | None:
    """The change that the name of an indicator says: "Tỷ lệ hộ nghèo giảm so với năm trước"."""
    tokens, contents = _reader().tokens(read_source(indicator).text)
    if contents.marks.isdisjoint(CHANGING_NAMES):  # guard
        return None
    settle_figures(tokens, contents)
    return change_in(tokens)


def _build(
    source: SourceText,
    tokens: list[Token],
    indicator: str | None,
    contents: Contents | None = None,
    *,
    tells: bool = True,
) -> tuple[tuple[Target, ...], list[Diagnostic]]:
    """The targets of settled tokens, and the notes on them; ``tells`` as of `_read`.

    ``contents`` are those of the clause before its figures were settled, where they are known.
    """
    keys = contents.keys if contents is not None else {token.key for token in tokens}
    marks = marks_of(tokens) if contents is None or contents.mended else contents.marks
    if "NOTE_HEAD" in marks and indicator is None and opens_a_note(tokens):  # guard
        account_note(tokens)
        return (), []
    reader = _reader()
    change = None if indicator is None else _change_in(indicator)
    if change is not None and not change.leads and tokens and marks.isdisjoint(CHANGING):
        tokens, contents = said_of_value(change, tokens), None
        keys, marks = {token.key for token in tokens}, marks_of(tokens)
    labelled = indicator is None and (contents is None or contents.labelled)
    behind = without_label(tokens) if labelled else tokens
    numbers = contents.numbers if contents is not None and behind is tokens else None
    whole = list(behind) if indicator is None else ()
    dated = contents is None or contents.dated
    phrases = reader.figures(behind, marks, numbers, dated=dated)
    builder = TargetBuilder(reader.grammar, source, indicator, change, tells=tells)
    elements = elements_of(behind, phrases)
    parted = not PARTING.isdisjoint(keys)
    if joints.may_part(marks, keys):  # guard
        elements, parted = joints.part_statements(elements), True
    return builder.build(segments_of(elements, parted=parted), marks, keys, whole, dated=dated), builder.notes


def _reading(
    source: SourceText,
    targets: Sequence[Target],
    codes: Sequence[str],
    notes: Sequence[Diagnostic],
    tokens: Sequence[Token],
) -> Reading:
    figures, accounts = _figures(tokens, source)
    if "unreadable" in accounts and "reading.unreadable_figure" not in codes:
        codes = [*codes, "reading.unreadable_figure"]  # in the name of a row
    notes = [*map(Diagnostic, codes), *notes]
    for figure in figures if "unread" in accounts else ():
        if figure.account == "unread":
            notes.append(
                Diagnostic("reading.figure_unread", {"figure": figure.text}, Place(span=figure.span))
            )
    if "task" in accounts and not (targets or notes):  # "Đẩy nhanh 12 dự án"
        span = next(figure.span for figure in figures if figure.account == "task")
        notes.append(Diagnostic("reading.only_told", {}, Place(span=span)))
    review = "unread" in accounts or bool(notes and not _DOUBTS.isdisjoint([note.code for note in notes]))
    review = review or any(target.needs_review for target in targets)
    return trusted(
        Reading,
        {
            "text": source.given,
            "targets": tuple(targets),
            "needs_review": review,
            "notes": tuple(notes),
            "figures": tuple(figures),
        },
    )


def _is_unread_sign(tokens: list[Token], index: int) -> bool:
    """One of the ``_DOUBTFUL_SIGNS``: "≠", "=>" (an arrow or ≥), "$5", "15+", "± 2%" around no figure."""
    token, before, after = tokens[index], token_at(tokens, index - 1), token_at(tokens, index + 1)
    if token.key in {"=>", "=<"} and after is not None and after.type == "NUMBER":
        stated = before is not None and (before.key == ":" or "EQUALS" in before.marks)
        return token.key == "=>" and not stated  # "Số hộ: => 95 hộ" is no arrow, "từ 5% => 3%" is one
    if token.key in {"≠", "=>", "=<"}:
        return True
    if token.type == "PLUS_MINUS":
        # "1.200 tỷ đồng (± 5% tùy thị trường)": around what stands before the sign?
        parted = before is not None and before.type == "SIGN"
        return parted or all(near.type != "NUMBER" for near in tokens[max(0, index - _NEAR_MIDDLE) : index])
    if token.key == "$":
        return after is not None and after.type == "NUMBER"
    joined = token.key == "+" and before is not None and before.type == "NUMBER" and before.end == token.start
    return joined and not (after is not None and after.type == "NUMBER")


def _figures(tokens: Sequence[Token], source: SourceText) -> tuple[list[FigureAccount], set[str]]:
    """Every figure of the tokens, and the accounts that any of them has."""
    accounts: set[str] = set()
    figures: list[FigureAccount] = []
    for token in tokens:
        if token.account is None and token.text in _DIGITLESS and token.type != "NUMBER":
            continue  # as most
        account = token.account
        if account is None:
            if token.type == "NUMBER":
                account = "unread"
            elif _holds_digit(token.text):
                account = "name"
            else:
                continue
        if account != "closing":
            span = source.span(token.start, token.end)
            figures.append(_account_of(FigureAccount, (source.given[span[0] : span[1]], span, account)))
            accounts.add(account)
    return figures, accounts


#: Texts of tokens without a digit, looked into once; no more than so many are kept.
_DIGITLESS: set[str] = set()
_MOST_TEXTS = 8192


def _holds_digit(text: str) -> bool:
    if _DIGIT.search(text):
        return True
    if len(_DIGITLESS) >= _MOST_TEXTS:
        _DIGITLESS.clear()
    _DIGITLESS.add(text)
    return False


#: A named tuple of values in their order, made at half the cost of calling its class.
_account_of = tuple.__new__


def read_expression(expect: str, indicator: str = "") -> Reading:
    """The reading of a short expression whose indicator is known: "từ 10-12 lượt tổ chức đảng".

    The indicator names the targets and, by the lexicon, their better side.

    >>> read_expression("giảm 2 hộ", "Số hộ nghèo").targets[0].better
    'lower'
    """
    source = read_source(expect)
    return _read(source, indicator) if indicator else read_all(expect)


def read_actual(text: str, unit: str | None = None) -> Actual:
    """A reported value: figure, range, bound, grade or words. Never raises.

    ``unit`` is that of the unit column; a unit in the text wins over it. A text that cannot be read gives an actual
    that holds only the text.

    >>> read_actual("giảm 6%").change, read_actual("không xảy ra").word, read_actual("Tốt").grade
    ('decrease', 'absent', 'Tốt')
    >>> read_actual("61-62", "triệu đồng").interval
    Interval(lower=Decimal('61'), upper=Decimal('62'), lower_closed=True, upper_closed=True)
    """
    unit = unit.strip() or None if unit else None
    plain = plain_actual(text, unit)
    if plain is not None:
        return plain
    if not text.strip():
        return Actual(text="", unit=unit)
    reader = _reader()
    tokens, _ = reader.tokens(read_source(text).text, reported=True)
    tokens = [token for token in tokens if token.key not in _NO_PART_OF_VALUES]
    settle_figures(tokens, reported=True)
    figures = reader.figures(tokens, marks_of(tokens))
    if figures and says_several(figures, tokens):
        return Actual(text=text, unit=unit)
    for figure in figures:
        actual = actual_of_phrase(text, figure.phrase, tokens, unit)
        if actual is not None:
            return actual
    return actual_of_words(text, tokens, unit)
