"""Programs that tests open documents with: LibreOffice and Chromium, which ``make office`` installs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

_SECONDS = 180


def program(*names: str) -> str:
    """The path of the first of the programs that is installed; without any, the test says what is missing."""
    for name in names:
        if found := shutil.which(name):
            return found
    missing = f"{' / '.join(names)} is not installed: make office"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


def convert(files: Sequence[Path], suffix: str, folder: Path) -> list[Path]:
    """The files as LibreOffice saves them in another format, every formula worked out anew."""
    soffice = program("soffice", "libreoffice")
    profile = folder / "profile"
    out = folder / f"as-{suffix}"
    command = [soffice, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", suffix]
    subprocess.run(
        [*command, "--outdir", str(out), *map(str, files)], check=True, capture_output=True, timeout=_SECONDS
    )
    made = [out / f"{file.stem}.{suffix}" for file in files]
    assert all(file.exists() for file in made)
    return made
