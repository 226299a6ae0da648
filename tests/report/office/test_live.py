"""The formulas of the workbook against the engine: LibreOffice works them out over generated actuals."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from chitieu.actuals import load_actuals
from chitieu.evaluation import Report
from chitieu.quantity.notation import round_half_up
from chitieu.report.office.formula import choices
from chitieu.report.office.template import write_template
from chitieu.report.wording import outcome_word
from chitieu.ruleset import Item, Rule, Ruleset, bundled_rulesets, load_ruleset
from chitieu.target import Bound, GradeCondition, Range, Target

from .tools import convert

FILES = 5
#: Left to ``evaluate``: the formula decides nothing.
PHRASES = ("khoảng 95%", "giảm 6%", "61-62", "79/77", "chưa có số liệu", "1.250 tỷ đồng")
Head = dict[str, int]


def head_of(sheet: Any) -> tuple[int, Head]:
    for row in sheet.iter_rows(max_row=30):
        if row[0].value == "Mã":
            return row[0].row, {str(cell.value): cell.column for cell in row if cell.value}
    raise AssertionError("no head")


def rows_of(sheet: Any) -> Iterator[tuple[int, str]]:
    first, _ = head_of(sheet)
    for number in range(first + 1, sheet.max_row + 1):
        if name := sheet.cell(number, 1).value:
            yield number, str(name)


def bounds(rule: Rule) -> list[Decimal]:
    condition = rule.target.condition
    if isinstance(condition, Range):
        return [decimal(condition.low), decimal(condition.high)]
    return [decimal(condition.value)] if isinstance(condition, Bound) else [Decimal(1)]


def decimal(number: Decimal | Fraction) -> Decimal:
    """The number, a fraction to six places."""
    return number if isinstance(number, Decimal) else round_half_up(number, 6)


def near(chance: random.Random, end: Decimal, digits: int) -> Decimal:
    """The end itself, one unit of a late place beside it, or somewhere around it."""
    step = Decimal(1).scaleb(max(end.adjusted(), 0) + 1 - digits)
    shift = chance.choice([Decimal(0), Decimal(0), step, -step, Decimal("0.1"), Decimal(-1), end / 20])
    return round(end + shift, max(0, digits - max(end.adjusted(), 0) - 2)).normalize()


def put(chance: random.Random, cell: Any, figure: Decimal, *, percent: bool) -> None:
    if percent:
        figure = figure.scaleb(-2)
        cell.number_format = chance.choice(["0.00%", "0%", "0.0##%"])
    elif "%" in cell.number_format:
        cell.number_format = "General"
    cell.value = float(f"{figure:.15g}")


def fill(chance: random.Random, sheet: Any, rule: Rule, number: int, head: Head) -> None:
    """One row of figures, words, phrases or nothing."""
    target = rule.target
    value = sheet.cell(number, head["Thực hiện"])
    kind = chance.random()
    if kind < 0.04:
        return
    if kind < 0.08 and not target.restates:
        value.value = chance.choice(PHRASES)
        return
    if words := choices(target):
        if chance.random() < 0.8:
            value.value = chance.choice([*words, words[0].upper(), f" {words[-1].lower()} "])
            return
        end = Decimal(chance.choice([0, 1, 2, 100]))
    else:
        end = chance.choice(bounds(rule))
    in_percent = target.unit in ("%", "‰") or target.basis == "plan" or target.measure != "level"
    percent = in_percent and chance.random() < 0.5
    if "Cùng kỳ" in head and target.measure != "level" and target.basis != "plan":
        against(chance, value, sheet.cell(number, head["Cùng kỳ"]), rule, end)
        return
    if "Kế hoạch giao" in head and target.basis == "plan" and chance.random() < 0.7:
        plan = Decimal(chance.choice(["77", "100", "1250", "457.802", "0"]))
        put(chance, sheet.cell(number, head["Kế hoạch giao"]), plan, percent=False)
        share = near(chance, Decimal(100) + (end if target.measure != "level" else 0), 5)
        put(chance, value, plan * share / 100 if plan else Decimal(5), percent=False)
        return
    figure = near(chance, end, 15 if chance.random() < 0.3 else 5)
    if chance.random() < 0.06:
        figure = -figure
    if in_percent and not percent and chance.random() < 0.15:
        figure = figure.scaleb(-2)  # 0,955 for 95,5 %
    put(chance, value, figure, percent=percent)


def against(chance: random.Random, value: Any, baseline: Any, rule: Rule, end: Decimal) -> None:
    """A level beside its baseline, the change by itself, or one of both alone."""
    percent = chance.random() < 0.5
    if chance.random() < 0.25:
        change = near(chance, end, 6)
        put(chance, value, -change if chance.random() < 0.6 else change, percent=percent)
        return
    base = chance.choice(
        [Decimal("0.52"), Decimal(12), Decimal(120), Decimal("34.5"), Decimal(1250), Decimal(0)]
    )
    amount = near(chance, end, 6)
    sign = 1 if rule.target.measure == "increase" else -1
    ways = [base + sign * amount, base * (100 + sign * amount) / 100]
    if rule.target.average_annual:
        ways.append(base * (1 + sign * end / 100) ** 5)
    level = abs(chance.choice(ways))
    shown = percent and chance.random() < 0.8
    put(chance, value, level, percent=shown)
    put(chance, baseline, base, percent=shown)


def generated(ruleset: Ruleset, folder: Path) -> list[Path]:
    """The template filled in several times over."""
    blank = folder / "blank.xlsx"
    write_template(ruleset, blank)
    rules = {rule.id: rule for rule in ruleset.rules}
    files = []
    for at in range(FILES):
        chance = random.Random(f"{ruleset.name} {at}")
        book = openpyxl.load_workbook(blank)
        sheet = book.worksheets[0]
        _, head = head_of(sheet)
        for number, name in rows_of(sheet):
            rule = rules[name]
            if rule.target.each and not rule.entities:
                cell = sheet.cell(number, head["Đối tượng"])
                cell.value = chance.choice([None, "tất cả", "Chi bộ 3", "Toàn bộ chi bộ"])
            fill(chance, sheet, rule, number, head)
        files.append(folder / f"{ruleset.name}-{at}.xlsx")
        book.save(files[-1])
    return files


def by_engine(report: Report) -> dict[tuple[str, str | None], str]:
    out: dict[tuple[str, str | None], str] = {}
    for judged in report.judged:
        out[judged.rule.id, None] = outcome_word(judged.verdict.outcome)
        if judged.rule.entities:
            for entity, verdict in judged.entities:
                out[judged.rule.id, entity] = outcome_word(verdict.outcome)
    return out


def odd() -> Ruleset:
    """Targets of kinds that the bundled rulesets do not have."""
    targets = [
        Target(indicator="Số trường đạt chuẩn", condition=Bound(op=">=", value="2/3"), of="trường"),
        Target(indicator="Thu ngân sách", condition=Bound(op=">=", value="2", unit="lần"), basis="year:2020"),
        Target(indicator="Thu ngân sách", condition=Bound(op=">=", value="105", unit="%"), basis="previous"),
        Target(indicator="Thứ hạng", condition=Bound(op=">=", value="3", unit="bậc"), measure="increase"),
        Target(indicator="Thứ hạng", condition=Bound(op="<=", value="12", unit="hạng"), better="lower"),
        Target(
            indicator="Tỷ suất sinh",
            condition=Bound(op="=", value="0.1", unit="‰"),
            measure="decrease",
            better="lower",
        ),
        Target(
            indicator="Tốc độ giảm hộ nghèo", condition=Range(low="1", high="1.5", unit="%", high_open=True)
        ),
        Target(
            indicator="Tốc độ tăng trưởng kinh tế",
            condition=Bound(op="=", value="7.0", unit="%"),
            better="exact",
        ),
        Target(
            indicator="Tốc độ tăng trưởng", condition=Bound(op=">=", value="12", unit="%"), measure="increase"
        ),
        Target(
            indicator="Chi phí",
            condition=Bound(op="=", value="5", unit="%"),
            measure="increase",
            better="lower",
        ),
        Target(
            indicator="Số vụ",
            condition=Bound(op="<=", value="5", unit="%"),
            measure="increase",
            better="lower",
        ),
        Target(
            indicator="Thu ngân sách",
            condition=Bound(op="=", value="5", unit="tỷ đồng"),
            measure="increase",
            basis="plan",
        ),
        Target(
            indicator="Tỷ lệ hộ nghèo",
            condition=Bound(op=">=", value="0.3", unit="%"),
            measure="decrease",
            better="lower",
            basis="plan",
        ),
        Target(indicator="Lợi nhuận", condition=Bound(op=">", value="-2", unit="tỷ đồng")),
        Target(
            indicator="Tỷ lệ bao phủ",
            condition=Range(low="2", high="3", unit="%"),
            measure="increase",
            average_annual=True,
            when="giai đoạn 2021 - 2025",
        ),
        Target(
            indicator="Số hộ nghèo",
            condition=Bound(op=">=", value="4", unit="%"),
            measure="decrease",
            better="lower",
            average_annual=True,
            when="trong 3 năm",
        ),
        Target(indicator="Tốc độ tăng trưởng công nghiệp", condition=Bound(op=">=", value="12", unit="%")),
        Target(indicator="Không vướng", condition=Bound(op="<=", value="0", unit="vụ"), better="lower"),
        Target(indicator="Sản phẩm", condition=GradeCondition(op=">=", grade="3 sao", scale="sao")),
        Target(
            indicator="Xếp loại",
            condition=GradeCondition(op="<", grade="khá", scale="yếu < khá = tốt < giỏi"),
        ),
    ]
    rules = tuple(Rule(f"{at}.1", str(at), target.indicator, target) for at, target in enumerate(targets, 1))
    items = tuple(Item(rule.item) for rule in rules)
    return Ruleset("odd", "Thử", (), items, rules)


@pytest.mark.parametrize("name", ["odd", *bundled_rulesets()])
def test_formula_and_engine_agree(name: str, tmp_path: Path) -> None:
    ruleset = odd() if name == "odd" else load_ruleset(name)
    files = generated(ruleset, tmp_path)
    restated = {one.id for one, next_ in pairwise(ruleset.rules) if next_.target.restates}
    different: list[str] = []
    seen = 0
    outcomes: set[str] = set()
    for file, computed in zip(files, convert(files, "xlsx", tmp_path), strict=True):
        expected = by_engine(ruleset.evaluate(load_actuals(file)))
        # the file as LibreOffice saved it goes straight into the engine too
        assert by_engine(ruleset.evaluate(load_actuals(computed))) == expected
        sheet = openpyxl.load_workbook(computed, data_only=True).worksheets[0]
        _first, head = head_of(sheet)
        entities = {rule.id for rule in ruleset.rules if rule.entities}
        for number, id in rows_of(sheet):
            entity = str(sheet.cell(number, head["Đối tượng"]).value) if id in entities else None
            shown = str(sheet.cell(number, head["Đánh giá"]).value)
            seen += 1
            outcomes.add(shown)
            said = sheet.cell(number, head["Thực hiện"]).value
            wanted = outcome_word("undecided") if said in PHRASES else expected[id, entity]
            if shown != wanted and not (said in PHRASES and id in restated):
                beside = [
                    (sheet.cell(number, head[each]).value, sheet.cell(number, head[each]).number_format)
                    for each in ("Thực hiện", "Cùng kỳ", "Kế hoạch giao", "Đối tượng")
                    if each in head
                ]
                different.append(f"{file.name} {id} {entity}: {shown}, engine {wanted}: {beside}")
    assert not different, "\n".join(different)
    assert seen >= FILES * len(ruleset.rules)
    assert len(outcomes) == 4


#: What is typed into the cell of "ít nhất 95%" and of "dưới 0,38%", and how the program formats the cell then.
TYPED = [
    ("95,5", 95.5, "General", "Đạt", "Không đạt"),
    ("95,5%", 0.955, "0.00%", "Đạt", "Không đạt"),
    ("0,955", 0.955, "General", "Chưa đủ căn cứ", "Không đạt"),
    ("0,3", 0.3, "General", "Chưa đủ căn cứ", "Đạt"),
    ("0,3%", 0.003, "0.00%", "Không đạt", "Đạt"),
    ("95", 95, "General", "Đạt", "Không đạt"),
    ("1", 1, "General", "Không đạt", "Không đạt"),
    ("0", 0, "General", "Không đạt", "Đạt"),
]


def test_a_ratio_is_no_percentage_until_somebody_says_so(tmp_path: Path) -> None:
    high = Target(indicator="Tỷ lệ hộ dùng nước sạch", condition=Bound(op=">=", value="95", unit="%"))
    low = Target(indicator="Tỷ lệ hộ nghèo", condition=Bound(op="<", value="0.38", unit="%"), better="lower")
    rules = tuple(
        Rule(f"{at}.{number}", f"{at}", "x", target)
        for at in range(len(TYPED))
        for number, target in enumerate((high, low), 1)
    )
    ruleset = Ruleset("r", "Thử", (), tuple(Item(f"{at}") for at in range(len(TYPED))), rules)
    blank, filled = tmp_path / "blank.xlsx", tmp_path / "filled.xlsx"
    write_template(ruleset, blank)
    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[0]
    _, head = head_of(sheet)
    wanted = {f"{at}.{n}": TYPED[at][2 + n] for at in range(len(TYPED)) for n in (1, 2)}
    for number, id in rows_of(sheet):
        cell = sheet.cell(number, head["Thực hiện"])
        _said, cell.value, cell.number_format, *_ = TYPED[int(id.split(".")[0])]
    book.save(filled)
    [computed] = convert([filled], "xlsx", tmp_path)
    for file in (filled, computed):
        judged = by_engine(ruleset.evaluate(load_actuals(file)))
        assert {id: judged[id, None] for id in wanted} == wanted
    sheet = openpyxl.load_workbook(computed, data_only=True).worksheets[0]
    shown = {id: sheet.cell(number, head["Đánh giá"]).value for number, id in rows_of(sheet)}
    assert shown == wanted


def test_another_unit_is_left_to_evaluate(tmp_path: Path) -> None:
    target = Target(indicator="Thu ngân sách", condition=Bound(op=">=", value="2", unit="tỷ đồng"))
    units = ("tỷ đồng", "triệu đồng", " tỷ đồng ", "hộ")
    rules = tuple(Rule(f"{at}.1", f"{at}", "x", target) for at in range(len(units)))
    ruleset = Ruleset("r", "Thử", (), tuple(Item(rule.item) for rule in rules), rules)
    blank, filled = tmp_path / "blank.xlsx", tmp_path / "filled.xlsx"
    write_template(ruleset, blank)
    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[0]
    _, head = head_of(sheet)
    for at, (number, _id) in enumerate(rows_of(sheet)):
        sheet.cell(number, head["Thực hiện"]).value = 2100
        sheet.cell(number, head["ĐVT"]).value = units[at]
    book.save(filled)
    judged = by_engine(ruleset.evaluate(load_actuals(filled)))
    assert [judged[rule.id, None] for rule in rules] == ["Đạt", "Đạt", "Đạt", "Chưa đủ căn cứ"]
    [computed] = convert([filled], "xlsx", tmp_path)
    sheet = openpyxl.load_workbook(computed, data_only=True).worksheets[0]
    shown = [sheet.cell(number, head["Đánh giá"]).value for number, _ in rows_of(sheet)]
    assert shown == ["Đạt", "Chưa đủ căn cứ", "Đạt", "Chưa đủ căn cứ"]


def test_saved_as_ods_it_says_the_same(tmp_path: Path) -> None:
    ruleset = odd()
    files = generated(ruleset, tmp_path)
    for file, saved in zip(files, convert(files, "ods", tmp_path), strict=True):
        judged = by_engine(ruleset.evaluate(load_actuals(file)))
        assert by_engine(ruleset.evaluate(load_actuals(saved))) == judged
