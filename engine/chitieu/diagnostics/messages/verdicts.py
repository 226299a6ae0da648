"""Reasons of verdicts. Figures are shown in the marks of the language: "{actual:vi}", "{actual:en}"."""

#: Codes of reasons that tell how something was understood, not why the outcome is what it is.
BACKGROUND: frozenset[str] = frozenset(
    {
        "verdict.read_as",
        "verdict.better",
        "verdict.unit_assumed",
        "verdict.unit_converted",
        "verdict.share_computed",
        "verdict.plan_computed",
        "verdict.plan_difference",
        "verdict.share_of_level",
        "verdict.multiple_computed",
        "verdict.level_computed",
        "verdict.increase_computed",
        "verdict.decrease_computed",
        "verdict.said_other_way",
        "verdict.compound_computed",
        "verdict.taken_as_amount",
        "verdict.taken_as_yearly",
        "verdict.absent_is_zero",
        "verdict.readings_agree",
        "verdict.needs_person",
        "verdict.by_restatement",
        "verdict.confirmed",
        "verdict.all_entities",
        "verdict.enough",
    }
)

_OUTCOMES: dict[str, tuple[str, ...]] = {
    "verdict.enough": ("{enough:vi}", "{enough:en}"),
    "verdict.met": ("{lead:vi}{comparison:vi}: đạt.", "{lead:en}{comparison:en}: met."),
    "verdict.exceeded": ("{lead:vi}{comparison:vi}: vượt.", "{lead:en}{comparison:en}: exceeded."),
    "verdict.not_met": (
        "{lead:vi}{comparison:vi}; yêu cầu {wanted:vi}: không đạt.",
        "{lead:en}{comparison:en}; wanted {wanted:en}: not met.",
    ),
    "verdict.all_met": (
        "{actual:vi}: mọi giá trị đều nằm trong mức {wanted:vi}.",
        "{actual:en}: every value lies within {wanted:en}.",
    ),
    "verdict.all_exceeded": (
        "{actual:vi}: mọi giá trị đều vượt mức {wanted:vi}.",
        "{actual:en}: every value exceeds {wanted:en}.",
    ),
    "verdict.all_not_met": (
        "{actual:vi}: không giá trị nào đạt mức {wanted:vi}.",
        "{actual:en}: no value meets {wanted:en}.",
    ),
    "verdict.grade": (
        "Xếp loại “{actual}”, yêu cầu {wanted:vi} trên thang “{scale}”: {outcome:vi}.",
        "Grade “{actual}”, wanted {wanted:en} on the scale “{scale}”: {outcome:en}.",
    ),
    "verdict.status": (
        "Kết quả “{actual}”, yêu cầu {wanted:vi}: {outcome:vi}.",
        "Result “{actual}”, wanted: {wanted:en}: {outcome:en}.",
    ),
    "verdict.status_by_plan": (
        "{comparison:vi} kế hoạch được giao: {outcome:vi}.",
        "{comparison:en} of the plan: {outcome:en}.",
    ),
}

_UNDERSTOOD: dict[str, tuple[str, ...]] = {
    "verdict.read_as": ("Chỉ tiêu được hiểu là {wanted:vi}.", "The target is read as: {wanted:en}."),
    "verdict.better": ("Hướng tốt: {better:vi} ({source:vi}).", "Better side: {better:en} ({source:en})."),
    "verdict.unit_assumed": (
        "Số thực hiện không ghi đơn vị; hiểu là {unit}.",
        "The actual has no unit; it is taken to be in {unit}.",
    ),
    "verdict.unit_converted": (
        "{actual:vi} đổi ra {converted:vi}.",
        "{actual:en} converts into {converted:en}.",
    ),
    "verdict.share_computed": (
        "{part:vi} trên tổng số {whole:vi} là {share:vi}.",
        "{part:en} out of {whole:en} is {share:en}.",
    ),
    "verdict.plan_computed": (
        "{actual:vi} so với kế hoạch {plan:vi} là {share:vi}.",
        "{actual:en} against the plan of {plan:en} is {share:en}.",
    ),
    "verdict.plan_difference": (
        "{actual:vi} so với kế hoạch {plan:vi}.",
        "{actual:en} against the plan of {plan:en}.",
    ),
    "verdict.share_of_level": (
        "{share:vi} của mức đề ra là {level:vi}.",
        "{share:en} of the stated level is {level:en}.",
    ),
    "verdict.multiple_computed": (
        "{actual:vi} so với {baseline:vi} kỳ gốc là {share:vi}.",
        "{actual:en} against the baseline of {baseline:en} is {share:en}.",
    ),
    "verdict.level_computed": (
        "“{change}” từ {baseline:vi} kỳ gốc là {level:vi}.",
        "“{change}” from the baseline of {baseline:en} is {level:en}.",
    ),
    "verdict.increase_computed": (
        "Từ {baseline:vi} kỳ gốc đến {actual:vi}: mức tăng là {amount:vi}.",
        "From the baseline of {baseline:en} to {actual:en}: an increase of {amount:en}.",
    ),
    "verdict.decrease_computed": (
        "Từ {baseline:vi} kỳ gốc đến {actual:vi}: mức giảm là {amount:vi}.",
        "From the baseline of {baseline:en} to {actual:en}: a decrease of {amount:en}.",
    ),
    "verdict.increase_averaged": (
        "Từ {baseline:vi} kỳ gốc đến {actual:vi} qua {steps} năm: bình quân mức tăng là {amount:vi}.",
        "From the baseline of {baseline:en} to {actual:en}, yearly steps: {steps}: "
        "on average an increase of {amount:en}.",
    ),
    "verdict.decrease_averaged": (
        "Từ {baseline:vi} kỳ gốc đến {actual:vi} qua {steps} năm: bình quân mức giảm là {amount:vi}.",
        "From the baseline of {baseline:en} to {actual:en}, yearly steps: {steps}: "
        "on average a decrease of {amount:en}.",
    ),
    "verdict.said_other_way": (
        "“{actual}” là đi ngược hướng chỉ tiêu đề ra, nên tính là số âm.",
        "“{actual}” goes the other way than the target, so it counts as an amount below 0.",
    ),
    "verdict.compound_computed": (
        "Từ {baseline:vi} đến {actual:vi} qua {steps} năm: bình quân {rate:vi} mỗi năm "
        "(số làm tròn, so sánh chính xác).",
        "From {baseline:en} to {actual:en}, yearly steps: {steps}: {rate:en} a year on average "
        "(rounded; compared exactly).",
    ),
    "verdict.taken_as_amount": (
        "“{actual}” được hiểu là mức thay đổi theo hướng chỉ tiêu đề ra.",
        "“{actual}” is taken as the amount of change in the wanted direction.",
    ),
    "verdict.taken_as_yearly": (
        "“{actual}” được hiểu là mức bình quân mỗi năm.",
        "“{actual}” is taken as the yearly average.",
    ),
    "verdict.absent_is_zero": ("“{actual}” được hiểu là 0.", "“{actual}” is taken as 0."),
    "verdict.readings_agree": (
        "Câu chữ có {count} cách hiểu, kết quả như nhau: {readings:vi}.",
        "The text can be read in {count} ways, all with one outcome: {readings:en}.",
    ),
    "verdict.needs_person": (
        "Cách hiểu chỉ tiêu này cần người xác nhận.",
        "The reading of this target needs to be confirmed by a person.",
    ),
    "verdict.by_restatement": (
        "Kết luận theo cách nêu thứ hai của cùng chỉ tiêu.",
        "Decided by the second way in which the target is put.",
    ),
    "verdict.confirmed": (
        "Cách hiểu đã được người soạn bộ chỉ tiêu xác nhận.",
        "The reading was confirmed by the author of the ruleset.",
    ),
    "verdict.all_entities": (
        "Cả {count} đối tượng đều đạt; thấp nhất là {worst}.",
        "Every entity satisfies it ({count}); the worst is {worst}.",
    ),
    "verdict.over_whole": (
        "{actual:vi} là hơn {whole:vi}: nếu là một phần của tổng số thì số liệu này sai, cần xem lại.",
        "{actual:en} is more than {whole:en}: as a part of a whole the figure would be wrong; look at it again.",
    ),
    "verdict.unknown_entities": (
        "Không có trong danh sách đối tượng: {names:vi}.",
        "Not in the list of entities: {names:en}.",
    ),
}

_UNDECIDED: dict[str, tuple[str, ...]] = {
    "verdict.missing": (
        "Chưa có số liệu.",
        "There is no figure.",
        "Bổ sung kết quả thực hiện của chỉ tiêu này.",
        "Add the result for this target.",
    ),
    "verdict.unknown": ("Chưa có số liệu: “{actual}”.", "There is no figure: “{actual}”."),
    "verdict.unreadable": (
        "Không đọc được kết quả “{actual}”.",
        "The result “{actual}” cannot be read.",
        "Ghi một con số kèm đơn vị, một mức xếp loại, hoặc “Đạt”, “Không đạt”, “không xảy ra”.",
        "Write a figure with its unit, a grade, or “Đạt”, “Không đạt”, “không xảy ra”.",
    ),
    "verdict.disputed": (
        "Các dòng số liệu nói khác nhau: “{actual}”.",
        "The rows for it say different things: “{actual}”.",
        "Giữ dòng đúng, bỏ dòng kia.",
        "Keep the right row and drop the other.",
    ),
    "verdict.not_applicable": (
        "“{actual}”: không phát sinh nên không có tỷ lệ để đánh giá; không tính vào tổng số.",
        "“{actual}”: there were no cases, so there is no share to judge; left out of the counts.",
    ),
    "verdict.word_without_figure": (
        "“{actual}” không có số liệu hay mức xếp loại để so với {wanted:vi}.",
        "“{actual}” has no figure or grade to compare with {wanted:en}.",
    ),
    "verdict.looks_like_ratio": (
        "{actual:vi} không ghi đơn vị, có thể là tỷ số (0,95 là 95%) hoặc phần trăm.",
        "{actual:en} has no unit: it may be a ratio (0.95 for 95%) or a percentage.",
        "Ghi rõ đơn vị, ví dụ “95%”.",
        "Write the unit, as in “95%”.",
    ),
    "verdict.units_differ": (
        "Không so sánh được: số thực hiện tính bằng “{actual}”, chỉ tiêu tính bằng “{target}”.",
        "Not comparable: the actual is in “{actual}”, the target in “{target}”.",
    ),
    "verdict.unit_conflict": (
        "Đơn vị trong kết quả (“{phrase}”) và ở cột đơn vị (“{column}”) không đổi được cho nhau.",
        "The unit in the result (“{phrase}”) and that of the unit column (“{column}”) "
        "do not convert into each other.",
    ),
    "verdict.needs_baseline": (
        "Cần số liệu kỳ gốc (cùng kỳ, năm trước) để tính mức thay đổi.",
        "The figure of the base period is needed to work out the change.",
        "Bổ sung cột Cùng kỳ, hoặc ghi mức thay đổi: “giảm 6%”.",
        "Add the column “baseline”, or write the change: “giảm 6%”.",
    ),
    "verdict.zero_baseline": (
        "Số liệu kỳ gốc bằng 0 nên không có tỷ lệ thay đổi.",
        "The baseline is 0, so there is no relative change.",
    ),
    "verdict.negative_baseline": (
        "Số liệu âm nên không có tỷ lệ thay đổi.",
        "A figure is below 0, so there is no relative change.",
    ),
    "verdict.needs_plan": (
        "Cần số kế hoạch (chỉ tiêu giao) để so sánh.",
        "The figure of the plan is needed to compare with.",
        "Bổ sung cột Kế hoạch, hoặc ghi “đạt 98% kế hoạch”.",
        "Add the column “plan”, or write “đạt 98% kế hoạch”.",
    ),
    "verdict.zero_plan": (
        "Kế hoạch không lớn hơn 0 nên không có tỷ lệ thực hiện.",
        "The plan is not above 0, so there is no share of it.",
    ),
    "verdict.percentage_of_what": (
        "“{actual}”: chưa rõ là phần vượt hay mức so với kế hoạch.",
        "“{actual}”: it is not said whether this is the part above the plan or the share of it.",
        "Ghi rõ “vượt 4%” hoặc “bằng 104% kế hoạch”.",
        "Write “vượt 4%” or “bằng 104% kế hoạch”.",
    ),
    "verdict.could_be_level": (
        "“{actual}”: chưa rõ là mức thay đổi hay mức đạt được.",
        "“{actual}”: it is not said whether this is the change or the level.",
        "Ghi rõ “tăng …”, “giảm …” hoặc bổ sung số liệu kỳ gốc.",
        "Write “tăng …” or “giảm …”, or add the figure of the base period.",
    ),
    "verdict.change_for_level": (
        "“{actual}” là mức thay đổi; cần mức đạt được hoặc số liệu kỳ gốc.",
        "“{actual}” is a change; the level or the figure of the base period is needed.",
    ),
    "verdict.steps_unknown": (
        "Chưa rõ số năm để tính mức bình quân hằng năm.",
        "The number of years for the yearly average is not known.",
        "Ghi `period` cho bộ chỉ tiêu, hoặc `when` cho chỉ tiêu.",
        "Give the ruleset a `period`, or the target a `when`.",
    ),
    "verdict.share_above_whole": (
        "{part:vi} lớn hơn tổng số {whole:vi}.",
        "{part:en} is more than the whole of {whole:en}.",
    ),
    "verdict.needs_whole": (
        "“{actual}” là số lượng; cần tổng số để tính tỷ lệ.",
        "“{actual}” is a count; the whole is needed to work out the share.",
        "Bổ sung cột Tổng số, hoặc ghi tỷ lệ kèm “%”.",
        "Add the column “population”, or write the share with “%”.",
    ),
    "verdict.unknown_unit": (
        "Chưa biết đơn vị “{unit}” của “{actual}”; chỉ tiêu tính bằng {target}.",
        "The unit “{unit}” of “{actual}” is not known; the target is in {target}.",
        "Ghi theo đơn vị của chỉ tiêu; nếu “{unit}” là thứ được đếm thì bổ sung cột Tổng số.",
        "Write it in the unit of the target; where “{unit}” is what is counted, add the column “population”.",
    ),
    "verdict.zero_whole": ("Tổng số không lớn hơn 0.", "The whole is not above 0."),
    "verdict.straddles": (
        "{actual:vi}: các giá trị trong đó cho kết quả khác nhau so với mức {wanted:vi}.",
        "{actual:en}: its values give different outcomes against {wanted:en}.",
    ),
    "verdict.straddles_approximate": (
        "Số ước chừng ({actual:vi}) quá sát mức {wanted:vi} để kết luận.",
        "The approximate figure ({actual:en}) is too near {wanted:en} to decide.",
    ),
    "verdict.two_ways": (
        "“{actual}” có thể là {one:vi} hoặc {other:vi}, kết quả khác nhau.",
        "“{actual}” may be {one:en} or {other:en}, with different outcomes.",
        "Ghi rõ đơn vị.",
        "Write the unit.",
    ),
    "verdict.readings_differ": (
        "Câu chữ có {count} cách hiểu, kết quả khác nhau: {readings:vi}.",
        "The text can be read in {count} ways, with different outcomes: {readings:en}.",
        "Xác nhận một cách hiểu trong bộ chỉ tiêu.",
        "Confirm one reading in the ruleset.",
    ),
    "verdict.restatements_differ": (
        "Hai cách nêu cùng một chỉ tiêu cho kết quả trái nhau: {one:vi} và {other:vi}.",
        "Two ways to put the same target contradict each other: {one:en} and {other:en}.",
    ),
    "verdict.no_scale": (
        "Không rõ thang xếp loại của “{grade}”.",
        "The scale of the grade “{grade}” is not known.",
    ),
    "verdict.other_scale": (
        "“{actual}” không nằm trên thang “{scale}” của “{grade}” nên không so sánh được.",
        "“{actual}” does not stand on the scale “{scale}” of “{grade}”: not comparable.",
    ),
    "verdict.grade_for_quantity": (
        "“{actual}” là mức xếp loại; cần một con số.",
        "“{actual}” is a grade; a figure is needed.",
    ),
    "verdict.grade_for_status": (
        "“{actual}” là mức xếp loại, chưa cho biết chỉ tiêu có thực hiện được không.",
        "“{actual}” is a grade; it does not tell whether the target holds.",
    ),
    "verdict.figure_for_status": (
        "“{actual}” chưa cho biết chỉ tiêu có thực hiện được không.",
        "“{actual}” does not tell whether the target holds.",
    ),
    "verdict.partly": (
        "“{actual}”: mới đạt một phần, chưa đủ để kết luận.",
        "“{actual}”: reached in part, not enough to decide.",
    ),
    "verdict.several_actuals": (
        "Có {count} kết quả cho một chỉ tiêu.",
        "There are {count} results for one target.",
    ),
    "verdict.entity_fails": (
        "{count} đối tượng không đạt: {names:vi}; thấp nhất là {worst}.",
        "Entities that fail ({count}): {names:en}; the worst is {worst}.",
    ),
    "verdict.entity_undecided": (
        "Chưa đủ căn cứ cho: {names:vi}.",
        "Undecided for: {names:en}.",
    ),
    "verdict.entities_missing": (
        "Chưa có số liệu của: {names:vi}.",
        "There is no figure for: {names:en}.",
    ),
    "verdict.entities_open": (
        "{count} đối tượng đã báo cáo đều đạt, nhưng chưa rõ danh sách đầy đủ.",
        "Every reported entity satisfies it ({count}), but the full list is not known.",
        "Khai báo danh sách đối tượng (entities) trong bộ chỉ tiêu, hoặc báo cáo “tất cả”.",
        "List the entities in the ruleset, or report “tất cả”.",
    ),
    "verdict.each_needs_names": (
        "Cần kết quả của từng đối tượng ({each}).",
        "A result is needed for each {each}.",
        "Ghi mỗi đối tượng một dòng, tên ở cột Đối tượng.",
        "Write one line an entity, its name in the column “entity”.",
    ),
}

_INPUT: dict[str, tuple[str, ...]] = {
    "verdict.words_unsettled": (
        "{count} chỉ tiêu đã chấm nhưng câu chữ còn cần người xem: {ids}.",
        "Judged, but with words that still need a person ({count}): {ids}.",
        "Chạy chitieu check để xem, rồi ghi confirmed vào bộ chỉ tiêu.",
        "Run chitieu check, then note “confirmed” in the ruleset.",
    ),
    "verdict.shares_over_whole": (
        "Có tỷ lệ báo cáo hơn 100% ({count} chỉ tiêu): {ids}.",
        "Shares of more than 100% were reported ({count}): {ids}.",
        "Nếu là một phần của tổng số thì số liệu sai; xem lại.",
        "Where it is a part of a whole the figure is wrong: look at it again.",
    ),
    "verdict.unknown_id": (
        "Mã “{id}” không có trong bộ chỉ tiêu; dòng này không được dùng.",
        "The ruleset has no target “{id}”; this row is not used.",
    ),
    "verdict.unknown_id_near": (
        "Mã “{id}” không có trong bộ chỉ tiêu; dòng này không được dùng. Có phải “{near}”?",
        "The ruleset has no target “{id}”; this row is not used. Is it “{near}”?",
    ),
    "api.unsayable": (
        "Không có câu chữ nào nói đúng chỉ tiêu “{text}”.",
        "No expression says the target “{text}” as it is.",
    ),
    "api.no_target": ("Không đọc được chỉ tiêu nào trong “{text}”.", "No target can be read in “{text}”."),
    "api.several_targets": (
        "“{text}” có {count} chỉ tiêu; mỗi lần chỉ đánh giá một chỉ tiêu.",
        "“{text}” states {count} targets; one is judged at a time.",
    ),
    "api.not_a_figure": (
        "“{value}” không phải là con số ({name}).",
        "“{value}” is not a figure ({name}).",
    ),
    "api.better": (
        "better phải là higher, lower hoặc exact, không phải “{better}”.",
        "better is higher, lower or exact, not “{better}”.",
    ),
    "api.not_by_figure": (
        "Một con số không chấm được “{indicator}”: đó là xếp loại, trạng thái, từng đối tượng, hoặc cần người xem.",
        "One figure does not decide “{indicator}”: it is a grade, a status, an each, or needs a person.",
    ),
}

MESSAGES: dict[str, tuple[str, ...]] = {**_OUTCOMES, **_UNDERSTOOD, **_UNDECIDED, **_INPUT}
