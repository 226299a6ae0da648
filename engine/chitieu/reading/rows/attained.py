""" "Đạt" behind a criterion that states itself: it says once more that this is wanted, and adds no target to it."""

from __future__ import annotations

from chitieu.reading.rows.cells import CLOSING, LISTED, Cell, copies_of, says_state
from chitieu.reading.rows.choosing import compares
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.text.spoken import ATTAINS

_BEFORE, _STOPS = frozenset({"|", ":"}), frozenset({".", ";", "|"})
_OF_LABELS = frozenset({"NUMBER", "SIGN", "DASH"})


def settle_attained(tokens: list[Token]) -> None:
    """Take "Đạt" from the end of a criterion that states itself, and put it to the parts that state nothing.

    "Không có khiếu kiện đông người: Đạt" is an absence, "Chi bộ xếp loại tốt trở lên | Đạt" a grade; "Hệ thống thu gom
    đảm bảo yêu cầu; chất thải chôn lấp ≤ 50% | Đạt" a status of the first part, and the figure of the second.
    """
    at = len(tokens) - 1
    while at > 1 and tokens[at].key in _STOPS:
        at -= 1
    if at < LISTED or tokens[at].key != ATTAINS or tokens[at - 1].key not in _BEFORE:
        return
    begun = max((place + 1 for place in range(at - 1) if tokens[place].key == "|"), default=0)
    ends = [place for place in range(begun, at - 1) if tokens[place].key == ";"] + [at - 1]
    parts = [tokens[start:end] for start, end in zip([begun, *(end + 1 for end in ends)], ends, strict=False)]
    stating = [_states_itself(part) for part in parts]
    if not any(stating):
        return
    attained = tokens[at]
    del tokens[at - 1 : at + 1]
    for end, part, states in reversed(list(zip(ends, parts, stating, strict=True))):
        if not states and len(part) >= LISTED:
            (copy,) = copies_of([attained])
            copy.start = copy.end = part[-1].end
            tokens.insert(end, copy)


def states_of_groups(cells: list[Cell]) -> dict[Cell, Cell]:
    """The cells that say of groups whether what is named holds, each with its state under the group.

    "Có điểm bưu chính | Xã nhóm 1: Đạt | Xã nhóm 2: Đạt | Xã nhóm 3: Khuyến khích": groups that begin alike.
    """
    found: dict[Cell, Cell] = {}
    for cell in cells[1:]:
        heading, state = cell.tokens[:-2], cell.tokens[-1:]
        if heading and cell.tokens[-2].key == ":" and says_state(state) and not cell.heading:
            found[cell] = Cell(state, heading, "named")
    begun = {cell.heading[0].key for cell in found.values()}
    alike = len(begun) == 1 and all(cell.tokens[0].key in begun for cell in cells[1:] if cell.tokens)
    return found if alike and len(found) > 1 else {}


def _states_itself(part: list[Token]) -> bool:
    begun = next((at for at, token in enumerate(part) if token.type not in _OF_LABELS), len(part))
    named = part[begun:]
    if not named:
        return False
    changed = marked(named, "RISE", "FALL")  # "… giảm so với năm trước"
    graded = not named[-1].marks.isdisjoint(CLOSING) and marked(named, "GRADE", "GRADED", "TITLE", "ATTAIN")
    return "ABSENT" in named[0].marks or graded or changed or compares(named)
