"""Where the project's own data lies, and where the user's cache may: nothing else knows of places."""

from __future__ import annotations

import os
from pathlib import Path

_HERE = Path(__file__).resolve().parent
#: Folders that a checkout has somewhere else than at its top.
_IN_CHECKOUT = {"conformance": "tests/conformance"}


def data_dir(name: str) -> Path:
    """The folder ``grammar``, ``rulesets`` or ``conformance``, wherever the package runs from.

    It lies beside the code in an installed package, at the top of a checkout or in its tests else.

    >>> (data_dir("grammar") / "indicator.lark").is_file()
    True
    """
    beside = _HERE / name
    return beside if beside.is_dir() else _HERE.parents[1] / _IN_CHECKOUT.get(name, name)


def cache_dir() -> Path | None:
    """The user's cache folder for this package, made if need be; None where none can be written.

    ``CHITIEU_CACHE_DIR`` names another folder; set but empty, nothing is cached.
    """
    override = os.environ.get("CHITIEU_CACHE_DIR")
    if override == "":
        return None
    try:
        if override is not None:
            folder = Path(override)
        else:
            from platformdirs import user_cache_path

            folder = user_cache_path("chitieu", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return folder
