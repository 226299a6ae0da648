"""Notes on the reading of a clause."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "reading.letters_for_digits": (
        "Chữ l, O trong số được đọc là 1, 0.",
        "Letters l, O in a figure were read as 1, 0.",
    ),
    "reading.misspelt": (
        "“{word}” được đọc là “{read}”.",
        "“{word}” was read as “{read}”.",
    ),
    "reading.glued_words": (
        "“{words}” là hai chữ viết liền, có chữ so sánh trong đó.",
        "“{words}” is two words without a space, one of which may compare.",
    ),
    "reading.unreadable_figure": ("Có số không đọc được.", "A figure cannot be read."),
    "reading.figure_unread": (
        "Số {figure} chưa rõ thuộc chỉ tiêu nào.",
        "The figure {figure} belongs to no target that could be read.",
    ),
    "reading.status_or_task": (
        "Có thể là chỉ tiêu, có thể chỉ là nhiệm vụ.",
        "This may be a target or only a task.",
    ),
    "reading.shared_comparator": (
        "Từ so sánh đứng trước được hiểu cho cả số này.",
        "The comparator before is taken to govern this figure too.",
    ),
    "reading.carried_comparator": (
        "Từ so sánh đứng trước có thể áp dụng cho cả số này.",
        "The comparator before may govern this figure too.",
    ),
    "reading.shared_change": (
        "“Tăng”, “giảm” đứng trước được hiểu cho cả số này; cũng có thể đây là mức đạt.",
        "The change before is taken to govern this figure too; it may also be a level.",
    ),
    "reading.over_plan": (
        "Có thể chỉ cần đạt chỉ tiêu giao, phần vượt là phấn đấu.",
        "Reaching the plan may be enough; the excess may only be striven for.",
    ),
    "reading.times_or_rise": (
        "“Tăng … lần”: bằng chừng ấy lần, hay tăng thêm chừng ấy lần.",
        '"Tăng … lần": that many times as much, or more by that many times.',
    ),
    "reading.down_to_or_fall": (
        "“Giảm dưới …”: giảm còn dưới mức đó, hay giảm một lượng dưới mức đó.",
        '"Giảm dưới …": down to below, or a fall of less than.',
    ),
    "reading.fall_at_most": (
        "“Giảm … trở xuống”: mức giảm tối đa, hay giảm ít nhất, hay giảm còn.",
        '"Giảm … trở xuống": a fall of at most, of at least, or down to.',
    ),
    "reading.growth_in_heading": (
        "“Tăng trưởng” đứng ở đề mục: có thể là mức tăng, có thể là mức đạt.",
        "Growth stands in the heading: an increase, or a level.",
    ),
    "reading.difference": (
        "“Thấp hơn / cao hơn … so với”: chênh lệch tính bằng điểm, hay tính theo tỷ lệ.",
        '"Thấp hơn / cao hơn … so với": a difference in points, or relative.',
    ),
    "reading.added_or_counted": (
        "“Thêm …”, “Số … đạt chuẩn”: số mới có trong kỳ, hay tổng số (mức tăng).",
        '"Thêm …", "Số … đạt chuẩn": the new ones of the period, or all that there are (the rise).',
    ),
    "reading.criteria_or_share": (
        "“… tiêu chí”: số tiêu chí giảm, hay giảm chừng ấy phần.",
        '"… tiêu chí": how many criteria fall, or a fall by that share.',
    ),
    "reading.count_or_share": (
        "Hai trong ba, hay hai phần ba của tất cả: cần xác nhận.",
        "Two of three, or two thirds of all: please confirm.",
    ),
    "reading.points_or_relative": (
        "Thay đổi tính bằng điểm phần trăm, hay tính theo tỷ lệ trên số cũ.",
        "A change in percentage points, or relative to the former number.",
    ),
    "reading.saved_or_cut": (
        "“Tiết kiệm … %”: phần tiết kiệm được (mức), hay chi giảm chừng ấy.",
        '"Tiết kiệm … %": the part that is saved (a level), or spending falls by it.',
    ),
    "reading.growth_rate": (
        "“Tốc độ tăng …” được đọc là mức đạt của chính tốc độ ấy.",
        "A named growth rate is read as a level of that rate.",
    ),
    "reading.open_upper_end": (
        "“Đến dưới …”: đầu trên của khoảng không được tính.",
        '"Đến dưới …": the upper end of the range is not included.',
    ),
    "reading.approximate": (
        "“Khoảng”, “gần” …: được xét như chính con số ấy.",
        '"Khoảng", "gần" …: judged as the figure itself.',
    ),
    "reading.no_amount": (
        "So sánh không nêu mức: chỉ cần cao hơn (hay không thấp hơn) mốc so sánh.",
        "A comparison without an amount: any difference on the right side will do.",
    ),
    "reading.place_or_grade": (
        "“Xếp hạng không thấp hơn …”: so thứ hạng, hay so loại.",
        'A ranking "not lower than": a place, or a grade.',
    ),
    "reading.grade_or_title": (
        "Được đọc là một bậc trên thang (“mức độ 3”, “đô thị loại I”, “vững mạnh”); cũng có thể là một danh hiệu.",
        'Read as a grade on a scale ("mức độ 3", "đô thị loại I", "vững mạnh"); it may be a title.',
    ),
    "reading.title_or_grade": (
        "“Đạt tiêu chí … loại …”, “đạt tiêu chuẩn mức độ …” được đọc là danh hiệu; cũng có thể là một bậc trên thang.",
        'A class or level that is reached ("đô thị loại IV") is read as a title; it may be a grade on a scale.',
    ),
    "reading.title_or_absence": (
        "“Giữ vững … không có …”: một danh hiệu được giữ, hay điều không được có.",
        "A kind of place that it stays (“… không có …”), or what must not be there.",
    ),
    "reading.share_of_which": (
        "“Trong đó …%”: phần trăm của số vừa nêu, hay của tổng số.",
        '"Trong đó …%": a share of those just named, or of all.',
    ),
    "reading.within_share": (
        "Có thể là một phần của điều mà 100% phải làm, không phải chỉ tiêu riêng.",
        "This may be a part of what all of them must do, not a target of its own.",
    ),
    "reading.which_column": (
        "Hàng của bảng: chưa rõ ô nào là chỉ tiêu, ô nào là kết quả đã có.",
        "A row of a table: it is not plain which cell is the target and which a result.",
    ),
    "reading.fact_or_target": (
        "Có thể là số hiện có, không phải chỉ tiêu.",
        "This may tell what there is, not what is wanted.",
    ),
    "reading.only_told": (
        "Được hiểu là kể việc có sẵn hay việc sẽ làm, không phải chỉ tiêu.",
        "Read as telling what there is or is to be done, not as a target.",
    ),
    "reading.kept_or_counted": (
        "“Giữ vững …” kèm một con số: giữ đủ số ấy, hay chỉ giữ những gì đang có.",
        '"Giữ vững …" with a count: so many are to be there, or those that there are stay.',
    ),
    "reading.built_or_counted": (
        "“Xây dựng … 120 giường”: cần bấy nhiêu chỗ, hay cần xây xong công trình có bấy nhiêu chỗ.",
        '"Xây dựng … 120 giường": so many places are wanted, or that what has so many is built.',
    ),
    "reading.space_in_figure": (
        "Khoảng trắng trong số đã được bỏ: “148, 2%” là 148,2%.",
        'A space inside a figure was closed: "148, 2%" is 148,2%.',
    ),
    "reading.space_or_list": (
        "“99, 50%” được đọc là một số; cũng có thể là hai số.",
        '"99, 50%" was read as one figure; it may be two.',
    ),
    "text.legacy_font": (
        "Văn bản dùng phông chữ cũ (TCVN3, VNI) hoặc mất chữ, không đọc được.",
        "The text is in a legacy font (TCVN3, VNI) or has lost letters; it cannot be read.",
        "Hãy chuyển sang Unicode rồi đọc lại.",
        "Convert it to Unicode and read it again.",
    ),
    "account.target": ("chỉ tiêu", "target"),
    "account.year": ("năm", "year"),
    "account.date": ("ngày tháng", "date"),
    "account.document": ("số hiệu văn bản", "document number"),
    "account.phone": ("số điện thoại", "telephone number"),
    "account.clock": ("giờ giấc", "time of day"),
    "account.age": ("độ tuổi", "age"),
    "account.name": ("tên riêng, số thứ tự", "name or ordinal"),
    "account.grade": ("mức, loại", "grade"),
    "account.label": ("số mục", "item number"),
    "account.base": ("mẫu số của tỷ lệ", "base of a rate"),
    "account.count": ("số đếm trong phần mô tả", "count in the description"),
    "account.description": ("mô tả", "description"),
    "account.plan": ("số kế hoạch được nhắc lại", "the plan's own figure"),
    "account.past": ("kết quả đã qua", "past result"),
    "account.task": ("nhiệm vụ", "part of a task"),
    "account.unread": ("chưa rõ", "not accounted for"),
    "account.unreadable": ("không đọc được", "unreadable"),
    "reading.thousands_or_decimal": (
        "Dấu chấm trong số được hiểu là dấu thập phân, vì tỷ lệ không thể lớn đến thế.",
        "The point in the figure was read as a decimal point, for a percentage cannot be so large.",
    ),
    "reading.negated_comparator": (
        "Có từ phủ định đứng trước từ so sánh, dễ hiểu ngược.",
        "A word of negation stands before the comparator; the meaning may be the reverse.",
    ),
    "reading.range_or_more": (
        "“80-85% trở lên”: từ đầu dưới của khoảng, hay từ đầu trên.",
        '"80-85% trở lên": from the lower end of the range, or from the upper.',
    ),
    "reading.range_compared": (
        "Vừa có từ so sánh vừa có khoảng: chưa rõ so với đầu nào.",
        "A comparator before a range: it is not clear which end is meant.",
    ),
    "reading.unlisted_grade": (
        "Bậc này không có trong thang nào: xin người xem xác nhận.",
        "No scale lists this grade; please confirm.",
    ),
    "reading.grade_compared": (
        "Xếp loại đứng sau “dưới”, “trên”, hoặc kể nhiều bậc: chưa rõ mức nào là đạt, cần xác nhận.",
        "A grade behind 'under' or 'above', or several: it is not clear which grade is wanted; please confirm.",
    ),
    "reading.bare_figure": (
        "Con số không có đơn vị, không có từ nào dẫn vào: có thể là tên hoặc mã số, cần xác nhận.",
        "A number without a unit and without a word that leads to it: it may be a name or a code; please confirm.",
    ),
    "reading.range_or_move": (
        "Nâng từ mức này đến mức kia, hoặc đạt trong khoảng giữa hai mức: cần xác nhận.",
        "Brought from one level to the other, or anywhere between the two: please confirm.",
    ),
    "reading.interval_or_count": (
        "“Ít nhất 3 tháng một lần”: cách nhau ít nhất, hay nhiều nhất, chừng ấy thời gian; cần xác nhận.",
        '"At least once in 3 months": so long apart at least, or at most; please confirm.',
    ),
    "reading.range_units": (
        "Hai đầu của khoảng có đơn vị khác nhau.",
        "The two ends of the range are in different units.",
    ),
    "reading.over_all": (
        "“Trên 100%”: trên tất cả (bằng 100%), hay hơn 100%.",
        '"Trên 100%": on all of them (100%), or more than 100%.',
    ),
    "reading.conditional": (
        "Câu có “nếu … thì …”, “các xã có …”: có thể là điều kiện, không phải chỉ tiêu.",
        'A sentence with "nếu … thì …" or "các xã có …" may state a condition, not a target.',
    ),
    "reading.words_differ": (
        "Số viết bằng chữ trong ngoặc khác với số viết bằng chữ số.",
        "The words in brackets say another number than the digits.",
    ),
    "reading.sign": (
        "Dấu trước con số: tăng hay giảm chừng ấy, là mức âm, hay chỉ là gạch đầu dòng.",
        "A sign before a figure: a rise or fall by it, a level below nought, or only a dash.",
    ),
    "reading.five_or_year": (
        "“Năm” có thể là số 5, có thể là năm (12 tháng). Nếu là số 5, hãy viết bằng chữ số.",
        '"Năm" may be the number five or a year. If five is meant, write it in digits.',
    ),
    "reading.unknown_sign": (
        "Có dấu so sánh không đọc được.",
        "There is a sign of comparison that cannot be read.",
    ),
    "reading.nothing_read": (
        "Không đọc được chỉ tiêu nào trong những chữ này.",
        "No target can be read in these words.",
    ),
}
