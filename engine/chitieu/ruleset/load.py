"""Finding and loading rulesets: by path, or by the name of a bundled one."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from chitieu.diagnostics import Diagnostic, Place, RulesetError
from chitieu.files import decode, read_file
from chitieu.resources import data_dir
from chitieu.ruleset import cache
from chitieu.ruleset.model import Ruleset

MAX_BYTES = 5 * 1024 * 1024
_SUFFIXES = (".yaml", ".yml")


def bundled_rulesets() -> tuple[str, ...]:
    """The names of the rulesets that come with the package.

    >>> all(name == name.strip() for name in bundled_rulesets())
    True
    """
    folder = data_dir("rulesets")
    if not folder.is_dir():
        return ()
    return tuple(sorted(file.stem for file in folder.iterdir() if file.suffix in _SUFFIXES))


def load_ruleset(name_or_path: str | os.PathLike[str]) -> Ruleset:
    """The ruleset of a YAML file, or the bundled one of that name.

    Args:
        name_or_path: ``"tran-phu-2023"`` for a bundled ruleset, else the path of a file.

    Returns:
        The ruleset with every expression read. Doubtful readings and findings are in its notes and targets.

    Raises:
        RulesetError: The file cannot be read, or holds errors: all of them, each with file, line and field.

    >>> load_ruleset("no-such-ruleset")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    RulesetError
    """
    path = _find(name_or_path)
    shown = path.name if path.parent == data_dir("rulesets") else os.fspath(name_or_path)
    data = read_file(path, RulesetError, limit=MAX_BYTES)
    name = cache.key(data, shown)
    if (ruleset := cache.fetch(name)) is None:
        ruleset = compile_bytes(data, shown)
        cache.store(name, ruleset)
    return ruleset


def _find(name_or_path: str | os.PathLike[str]) -> Path:
    path = Path(name_or_path)
    if not isinstance(name_or_path, str) or path.suffix in _SUFFIXES or path.name != name_or_path:
        return path
    known = bundled_rulesets()
    if name_or_path in known:
        folder = data_dir("rulesets")
        return next(file for suffix in _SUFFIXES if (file := folder / f"{name_or_path}{suffix}").is_file())
    if name_or_path and path.exists():
        return path
    import difflib

    near = difflib.get_close_matches(name_or_path, known, n=1)
    params = {"name": name_or_path, "known": ", ".join(known) or "—", "near": near[0] if near else ""}
    raise RulesetError(Diagnostic("ruleset.not_found_near" if near else "ruleset.not_found", params))


def compile_bytes(data: bytes, shown: str) -> Ruleset:
    """The ruleset of a file's bytes, shown to users under this name. Raises ``RulesetError``."""
    from pydantic import ValidationError

    from chitieu.ruleset.compile import compile_ruleset, problems_elsewhere
    from chitieu.ruleset.file import RulesetFile
    from chitieu.ruleset.problems import by_line, explain_all
    from chitieu.yaml_source import read_yaml

    source = read_yaml(decode(data, shown, RulesetError), shown, RulesetError)
    if not isinstance(source.data, dict):
        raise RulesetError(Diagnostic("ruleset.not_a_mapping", place=Place(file=shown, line=source.line(()))))
    try:
        written = RulesetFile.model_validate(source.data)
    except ValidationError as failure:
        errors = failure.errors(include_url=False)
        spoilt = frozenset(
            error["loc"][1]
            for error in errors
            if error["loc"][:1] == ("targets",) and len(error["loc"]) > 1 and isinstance(error["loc"][1], int)
        )
        elsewhere = problems_elsewhere(source, shown, spoilt)
        raise RulesetError(by_line([*explain_all(errors, source, shown), *elsewhere])) from failure
    return compile_ruleset(written, source, shown, hashlib.sha256(data).hexdigest())
