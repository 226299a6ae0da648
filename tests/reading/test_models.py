"""The reader builds its models without checking them again: what it builds is what the checks would let through."""

from __future__ import annotations

import pytest

from chitieu.reading import Reading, parse
from chitieu.target import Target

from .tables import load_tables

TEXTS = sorted({case["text"] for name, cases in load_tables().items() if name != "actuals" for case in cases})


@pytest.mark.parametrize("batch", range(8))
def test_every_reading_passes_the_checks(batch: int) -> None:
    for text in TEXTS[batch::8]:
        reading = parse(text)
        for target in reading.targets:
            checked = Target.model_validate(target.model_dump(), strict=False)
            assert checked == target, text
            assert checked.flat() == target.flat(), text
        assert Reading.model_validate(dict(reading)) == reading
