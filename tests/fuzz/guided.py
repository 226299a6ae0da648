"""Coverage-guided fuzzing of one entrance: python -m tests.fuzz.guided NAME FOLDER [options of libFuzzer].

Needs atheris (extra ``fuzz``). FOLDER collects the inputs that reach new code. One that ends in another error than ours
is written beside it as crash-…, one that takes too long as timeout-…: put it into tests/fuzz/corpus/NAME, where a test
plays it.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """Fuzz until libFuzzer is told to stop."""
    import atheris

    with atheris.instrument_imports(include=["chitieu"]):
        from .entrances import CORPUS, enter
        from .test_entrances import SEEDS

    name, folder, *options = sys.argv[1:]
    where = Path(folder)
    where.mkdir(parents=True, exist_ok=True)
    (where / "seed").write_bytes(SEEDS[name])
    known = [str(CORPUS / name)] if (CORPUS / name).is_dir() else []
    limits = [f"-artifact_prefix={folder}-", "-timeout=20", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], *limits, *options, folder, *known], lambda data: enter(name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
