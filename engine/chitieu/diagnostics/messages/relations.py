"""What ``check`` says of targets on one indicator that contradict, imply or repeat each other."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "check.contradictory": (
        "{one} “{first}” và {other} “{second}” đặt cho cùng một chỉ tiêu mà không kết quả nào đạt được cả hai.",
        "{one} “{first}” and {other} “{second}” are on one indicator, and no figure achieves both.",
        "Xem lại câu chữ; nếu nói về hai thứ khác nhau, ghi `indicator` cho rõ.",
        "Look at the words; where they are about two things, let `indicator` say so.",
    ),
    "check.implied": (
        "{one} “{first}” là thừa: {other} “{second}” của cùng chỉ tiêu đã đòi hỏi hơn ({only:vi} chỉ đạt {one}).",
        "{one} “{first}” adds nothing: {other} “{second}” on the same indicator asks for more "
        "({only:en} achieves {one} alone).",
    ),
    "check.same_target": (
        "{one} “{first}” và {other} “{second}” là một chỉ tiêu nêu hai lần.",
        "{one} “{first}” and {other} “{second}” are one target stated twice.",
        "Nếu chỉ tính một lần, ghi `restates: true` ở chỗ sau.",
        "Where it shall count once, write `restates: true` at the second.",
    ),
    "check.targeted_twice": (
        "{one} “{first}” và {other} “{second}” đặt hai điều kiện cho cùng một chỉ tiêu; {both:vi} đạt cả hai.",
        "{one} “{first}” and {other} “{second}” put two conditions on one indicator; {both:en} achieves both.",
    ),
    "check.contradicts_upper": (
        "{own} “{first}” trái với {theirs} “{second}” của bộ {upper}: không kết quả nào đạt được cả hai.",
        "{own} “{first}” contradicts {theirs} “{second}” of {upper}: no figure achieves both.",
    ),
    "check.short_of_upper": (
        "{own} “{first}” chưa bảo đảm {theirs} “{second}” của bộ {upper}: {only:vi} đạt ở đây mà chưa đạt ở đó.",
        "{own} “{first}” does not ensure {theirs} “{second}” of {upper}: {only:en} achieves the one and not the other.",
    ),
    "check.also_upper": (
        "{own} “{first}” cũng là chỉ tiêu {theirs} “{second}” của bộ {upper}; đạt ở đây là đạt ở đó.",
        "{own} “{first}” is also target {theirs} “{second}” of {upper}; what achieves it achieves that.",
    ),
}
