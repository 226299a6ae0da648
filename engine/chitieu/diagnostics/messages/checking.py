"""What ``check`` finds a resolution to say against itself, with the arithmetic shown."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "check.total_count": (
        "Văn bản ghi {declared} chỉ tiêu, trong tệp có {counted} = {sum:vi}.",
        "The document declares {declared} targets, the file has {counted} = {sum:en}.",
    ),
    "check.section_counts_differ": (
        "Văn bản ghi {declared} chỉ tiêu, các phần ghi cộng lại là {counted} = {sum:vi}.",
        "The document declares {declared} targets, its sections declare {counted} = {sum:en}.",
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
        "{id}: các phần cộng lại {sum:vi} = {total:vi}, lớn hơn {whole:vi}.",
        "{id}: the parts {sum:en} = {total:en} are more than {whole:en}.",
    ),
    "check.parts_short": (
        "{id}: các phần cộng lại {sum:vi} = {total:vi}, không bằng {whole:vi} (còn {rest:vi}).",
        "{id}: the parts {sum:en} = {total:en} do not make {whole:en} ({rest:en} is left).",
    ),
    "check.product": (
        "{item}: {one:vi} × {other:vi} = {product:vi}, văn bản ghi {stated:vi}.",
        "{item}: {one:en} × {other:en} = {product:en}, the document says {stated:en}.",
    ),
    "check.share_and_count": (
        "{item}: {count:vi} là {share:vi} thì tổng số phải từ {low:vi} đến {high:vi}, tệp ghi {population:vi}.",
        "{item}: if {count:en} is {share:en}, the whole is {low:en} to {high:en}; the file says {population:en}.",
    ),
    "check.share_of_count": (
        "{item}: {part:vi} / {whole:vi} = {share:vi}, văn bản ghi {stated:vi}.",
        "{item}: {part:en} / {whole:en} = {share:en}, the document says {stated:en}.",
    ),
    "check.share_impossible": (
        "{id}: tỷ lệ {share:vi} lớn hơn 100%.",
        "{id}: the share {share:en} is more than 100%.",
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
        "{id}: tổng số {population:vi}, nên {share:vi} nghĩa là {meaning:vi}.",
        "{id}: of {population:en}, {share:en} means {meaning:en}.",
    ),
    "check.all_where_few": (
        "{id}: {share:vi} chỉ cho phép thiếu một khi tổng số từ {least} trở lên; ít hơn thì phải đạt tất cả.",
        "{id}: {share:en} allows one miss only from {least} upwards; with fewer all must do.",
    ),
    "check.whole_implied": (
        "{item}: {count:vi} là {share:vi}, vậy tổng số khoảng {whole:vi} (từ {low:vi} đến {high:vi}).",
        "{item}: {count:en} is {share:en}, so the whole is about {whole:en} ({low:en} to {high:en}).",
    ),
    "check.task": (
        "Mục {item} không nêu chỉ tiêu nào đo được{title}.",
        "Item {item} states no target{title}.",
    ),
    "check.count_agrees": (
        "Đủ {declared} chỉ tiêu = {sum:vi}.",
        "All {declared} targets are there = {sum:en}.",
    ),
    "check.parts_agree": (
        "{id}: {whole:vi} = {sum:vi}.",
        "{id}: {whole:en} = {sum:en}.",
    ),
    "check.product_agrees": (
        "{item}: {one:vi} × {other:vi} = {product:vi}.",
        "{item}: {one:en} × {other:en} = {product:en}.",
    ),
    "check.share_agrees": (
        "{item}: {part:vi} / {whole:vi} = {stated:vi}.",
        "{item}: {part:en} / {whole:en} = {stated:en}.",
    ),
}
