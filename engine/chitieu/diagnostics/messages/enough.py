"""What would have been enough, and whether a count may still change."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "verdict.enough_figure": (
        "Để đạt cần {side:vi} {figure:vi}.",
        "To be met it takes {side:en} {figure:en}.",
    ),
    "verdict.enough_figure_short": (
        "Để đạt cần {side:vi} {figure:vi}; còn thiếu {gap:vi}.",
        "To be met it takes {side:en} {figure:en}; short by {gap:en}.",
    ),
    "verdict.enough_figure_over": (
        "Để đạt cần {side:vi} {figure:vi}; đã quá {gap:vi}.",
        "To be met it takes {side:en} {figure:en}; over by {gap:en}.",
    ),
    "verdict.enough_of": (
        "Để đạt cần {side:vi} {figure:vi} trong {of:vi}.",
        "To be met it takes {side:en} {figure:en} of {of:en}.",
    ),
    "verdict.enough_of_short": (
        "Để đạt cần {side:vi} {figure:vi} trong {of:vi}; còn thiếu {gap:vi}.",
        "To be met it takes {side:en} {figure:en} of {of:en}; short by {gap:en}.",
    ),
    "verdict.enough_of_over": (
        "Để đạt cần {side:vi} {figure:vi} trong {of:vi}; đã quá {gap:vi}.",
        "To be met it takes {side:en} {figure:en} of {of:en}; over by {gap:en}.",
    ),
    "verdict.enough_rank": (
        "Để đạt cần xếp từ {figure:vi} trở lên; còn kém {gap:vi}.",
        "To be met it takes {figure:en} or better; short by {gap:en}.",
    ),
    "verdict.enough_never": (
        "Không thể đạt: phải có {side:vi} {figure:vi}.",
        "It cannot be met: it would take {side:en} {figure:en}.",
    ),
    "verdict.enough_never_of": (
        "Không thể đạt: phải có {side:vi} {figure:vi} trong {of:vi}.",
        "It cannot be met: it would take {side:en} {figure:en} of {of:en}.",
    ),
    "verdict.count_open": (
        "Mục {item} còn có thể thay đổi, và số mục của bộ ({open} mục chưa đủ căn cứ) cũng vậy.",
        "Item {item} may still change, and so may the counts of the ruleset (undecided items: {open}).",
    ),
    "verdict.count_settled": (
        "Mục {item} đã rõ ({outcome:vi}), chỗ này không làm đổi; bộ còn {open} mục chưa đủ căn cứ.",
        "Item {item} is settled ({outcome:en}), this does not change it; undecided items of the ruleset: {open}.",
    ),
    "verdict.count_apart": (
        "Chỉ tiêu này không tính vào mục hay vào bộ.",
        "This target counts neither in its item nor in the ruleset.",
    ),
}
