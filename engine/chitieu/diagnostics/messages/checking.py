"""What ``check`` finds a resolution to say against itself, with the arithmetic shown."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "check.total_count": (
        "Văn bản ghi {declared} chỉ tiêu, trong tệp có {counted} = {sum}.",
        "The document declares {declared} targets, the file has {counted} = {sum}.",
    ),
    "check.section_counts_differ": (
        "Văn bản ghi {declared} chỉ tiêu, các phần ghi cộng lại là {counted} = {sum}.",
        "The document declares {declared} targets, its sections declare {counted} = {sum}.",
    ),
    "check.gap": (
        "Thiếu số {missing} giữa {before} và {after}.",
        "Number {missing} is missing between {before} and {after}.",
    ),
    "check.repeated_number": (
        "Số {number} được dùng hai lần.",
        "Number {number} is used twice.",
    ),
    "check.parts_exceed": (
        "{id}: các phần cộng lại {sum} = {total}, lớn hơn {whole}.",
        "{id}: the parts {sum} = {total} are more than {whole}.",
    ),
    "check.parts_short": (
        "{id}: các phần cộng lại {sum} = {total}, không bằng {whole} (còn {rest}).",
        "{id}: the parts {sum} = {total} do not make {whole} ({rest} is left).",
    ),
    "check.product": (
        "{item}: {one} × {other} = {product}, văn bản ghi {stated}.",
        "{item}: {one} × {other} = {product}, the document says {stated}.",
    ),
    "check.share_and_count": (
        "{item}: {count} là {share} thì tổng số phải từ {low} đến {high}, tệp ghi {population}.",
        "{item}: if {count} is {share}, the whole is {low} to {high}; the file says {population}.",
    ),
    "check.share_of_count": (
        "{item}: {part} / {whole} = {share}, văn bản ghi {stated}.",
        "{item}: {part} / {whole} = {share}, the document says {stated}.",
    ),
    "check.share_impossible": (
        "{id}: tỷ lệ {share} lớn hơn 100%.",
        "{id}: the share {share} is more than 100%.",
    ),
    "check.no_unit": (
        "{id}: “{expect}” không có đơn vị.",
        '{id}: "{expect}" has no unit.',
        "Ghi “unit” cạnh “expect”.",
        'Write "unit" beside "expect".',
    ),
    "check.no_baseline": (
        "{id}: “{expect}” không nêu so với mốc nào.",
        '{id}: "{expect}" does not say against what.',
        "Ghi “basis” (previous, year:2025, plan), hoặc kèm số gốc trong số liệu.",
        'Write "basis" (previous, year:2025, plan), or give the baseline with the actuals.',
    ),
    "check.no_criterion": (
        "{id}: “{expect}” không có tiêu chí để chấm; người chấm phải tự kết luận đạt hay không.",
        '{id}: "{expect}" has no criterion; whoever judges must say by themselves whether it is met.',
    ),
    "check.small_population": (
        "{id}: tổng số {population}, nên {share} nghĩa là {meaning}.",
        "{id}: of {population}, {share} means {meaning_en}.",
    ),
    "check.all_where_few": (
        "{id}: {share} chỉ cho phép thiếu một khi tổng số từ {least} trở lên; ít hơn thì phải đạt tất cả.",
        "{id}: {share} allows one miss only from {least} upwards; with fewer all must do.",
    ),
    "check.whole_implied": (
        "{item}: {count} là {share}, vậy tổng số khoảng {whole} (từ {low} đến {high}).",
        "{item}: {count} is {share}, so the whole is about {whole} ({low} to {high}).",
    ),
    "check.task": (
        "Mục {item} không nêu chỉ tiêu nào đo được{title}.",
        "Item {item} states no target{title}.",
    ),
}
