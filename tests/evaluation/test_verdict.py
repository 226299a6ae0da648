"""A verdict as a value: compared, shown, put together with other values in some places."""

from __future__ import annotations

from decimal import Decimal

from chitieu.evaluation import Verdict


def test_what_is_not_said_is_by_default() -> None:
    verdict = Verdict("met", ())
    assert (verdict.better, verdict.better_source, verdict.applicable) == ("higher", "default", True)
    assert (verdict.margin, verdict.completion, verdict.value, verdict.actual) == (None, None, None, None)


def test_it_equals_verdicts_only() -> None:
    assert Verdict("met", ()) == Verdict("met", ())
    assert Verdict("met", ()) != Verdict("met", (), margin=Decimal(1))
    assert Verdict("met", ()) != "met"
    assert hash(Verdict("met", ())) == hash(Verdict("met", ()))
    assert len({hash(Verdict("met", (), margin=Decimal(number))) for number in range(3)}) > 1


def test_it_shows_what_it_holds() -> None:
    verdict = Verdict("met", (), margin=Decimal("0.2"))
    shown = (
        "Verdict(outcome='met', reasons=(), margin=Decimal('0.2'), better='higher', better_source='default', "
    )
    assert repr(verdict) == f"{shown}applicable=True)"
