"""Over how many years an average yearly change runs: what the words say, else the period."""

from __future__ import annotations

from datetime import date

import pytest

from chitieu.evaluation.steps import period_steps, stated_steps, steps_of
from chitieu.target import Target

from .cases import rise


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("giai đoạn 2021 - 2025", 5),
        ("giai đoạn 2021-2021", 1),
        ("giai đoạn 2025 - 2021", None),
        ("giai đoạn 1951 đến năm 2050", 100),
        ("giai đoạn 1950 – 2050", None),  # nobody plans for so long
        ("nhiệm kỳ 2020-2025", 5),
        ("nhiệm kỳ 2020 - 2021", 1),
        ("nhiệm kỳ 2020 - 2020", None),
        ("trong 3 năm", 3),
        ("qua 05 năm", 5),
        ("năm 2025", None),
    ],
)
def test_of_a_text(text: str, steps: int | None) -> None:
    assert stated_steps(text) == steps


@pytest.mark.parametrize(
    ("first", "last", "steps"),
    [(2021, 2025, 5), (2023, 2023, 1), (1951, 2050, 100), (1950, 2050, None), (2024, 2023, None)],
)
def test_of_a_period(first: int, last: int, steps: int | None) -> None:
    assert period_steps((date(first, 1, 1), date(last, 12, 31))) == steps


def yearly(indicator: str, when: str | None = None) -> Target:
    return rise(">=", "8", "%/năm", indicator, average_annual=True, when=when)


def test_the_nearest_words_count() -> None:
    three_years = (date(2023, 1, 1), date(2025, 12, 31))
    context = "nhiệm kỳ 2020 - 2024"
    assert steps_of(yearly("Thu trong 2 năm", "giai đoạn 2021 - 2025"), context, three_years) == 2
    assert steps_of(yearly("Thu", "giai đoạn 2021 - 2025"), context, three_years) == 5
    assert steps_of(yearly("Thu"), context, three_years) == 4
    assert steps_of(yearly("Thu"), "", three_years) == 3
    assert steps_of(yearly("Thu"), "", None) is None
    plain = yearly("Thu trong 2 năm").model_copy(update={"average_annual": False})
    assert steps_of(plain, context, three_years) is None
    assert steps_of(plain.model_copy(update={"readings": (yearly("Thu"),)}), context, three_years) == 2
