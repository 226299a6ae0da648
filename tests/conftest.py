"""What all tests share: property tests that do not depend on how fast the machine is."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("fuzz", deadline=None, max_examples=1_000, print_blob=True)
settings.register_profile(
    "mutants",  # whether a law fails, not on what
    deadline=None,
    max_examples=25,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
chosen = "ci" if os.environ.get("CI") else "local"
for name in ("fuzz", "mutants"):
    chosen = name if os.environ.get(f"CHITIEU_{name.upper()}") else chosen
settings.load_profile(chosen)
