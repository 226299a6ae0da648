"""Compiles the grammar's tables when the package is built or installed from a checkout."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GrammarTables(BuildHookInterface):
    """Writes ``grammar/indicator.tables``; without them the package compiles the grammar when it runs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Called by hatchling before a wheel, a source archive or an editable install is made."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "engine"))
        sys.dont_write_bytecode = True
        from chitieu.reading.tables import build

        build(root / "grammar")
