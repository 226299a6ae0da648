"""What a judgement rests on, by hash: ruleset, actuals, grammar, and the version of this program."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import PurePath
from typing import Any

import chitieu
from chitieu.actuals.model import Actuals
from chitieu.evaluation.report import Report
from chitieu.resources import data_dir

#: The shape of every JSON document of this package.
SCHEMA_VERSION = 1


@lru_cache(maxsize=1)
def grammar_hash() -> str:
    """SHA-256 over the grammar, the lexicon and the vocabularies: names and contents, in the order of names.

    >>> len(grammar_hash())
    64
    """
    root = data_dir("grammar")
    digest = hashlib.sha256()
    for file in sorted(
        path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ):
        name = file.relative_to(root).as_posix().encode()
        data = file.read_bytes().replace(b"\r\n", b"\n")  # a checkout on Windows says the same
        digest.update(b"%d %s %d\n" % (len(name), name, len(data)) + data)
    return digest.hexdigest()


def provenance(report: Report, baseline: Actuals | None = None, date: str | None = None) -> dict[str, Any]:
    """Names and hashes of everything that went into a report. Files are named without their folders.

    ``date`` is the date given by the user; no clock is asked, so that the same inputs give the same report.
    """
    ruleset = report.ruleset
    out: dict[str, Any] = {
        "ruleset": {"name": ruleset.name, "sha256": ruleset.sha256},
        "actuals": _file(report.actuals),
    }
    if ruleset.source:
        out["ruleset"]["source"] = dict(ruleset.source)
    if baseline is not None:
        out["baseline"] = _file(baseline)
    if date is not None:
        out["date"] = date
    out["version"] = chitieu.__version__
    out["grammar_sha256"] = grammar_hash()
    return out


def _file(actuals: Actuals) -> dict[str, Any]:
    # either separator, wherever the file came from
    name = PurePath(actuals.path.replace("\\", "/")).name if actuals.path else None
    return {"file": name, "sha256": actuals.sha256}
