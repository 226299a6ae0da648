"""What was worked out once about units and scales, kept in the user's cache folder between runs.

Keyed by the data files and the version of the package; a folder that cannot be used is passed over in
silence.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from chitieu import __version__
from chitieu.quantity.vocabulary import FILES
from chitieu.resources import cache_dir, data_dir

#: Counts up when what is kept changes its form or meaning.
_FORM = 3


@cache
def _key() -> str:
    from hashlib import blake2b

    state = blake2b(f"{__version__} {_FORM}".encode(), digest_size=10)
    for name in FILES:
        state.update((data_dir("grammar") / name).read_bytes())
    return state.hexdigest()


def _path(subject: str) -> Path | None:
    folder = cache_dir()
    return folder / f"{subject}-{_key()}.json" if folder else None


def load(subject: str) -> Any:
    """What was saved of the subject, or None."""
    path = _path(subject)
    if path is None:
        return None
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def save(subject: str, data: Any) -> None:
    """Keep the data of the subject, whole or not at all."""
    path = _path(subject)
    if path is None:
        return
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
