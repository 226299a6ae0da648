#!/bin/sh
# The semantic core with one mistake at a time. mutmut knows packages under src only, so it works on a copy of the tree.
# Usage: .ci/mutants.sh PYTHON [NAME…]   where NAME is that of a mutant or a pattern, "chitieu.evaluation.change*".
set -eu
python=$1
shift
copy=build/mutants
mkdir -p "$copy"
rm -rf "$copy/src" "$copy/tests"
cp -R engine "$copy/src"
cp -R grammar rulesets examples tests pyproject.toml "$copy"
cd "$copy"
# A folder of its own keeps what mistaken code works out away from the user's cache.
export CHITIEU_CACHE_DIR="" CHITIEU_MUTANTS=1 PYTHONDONTWRITEBYTECODE=1
"$python" -m mutmut run "$@"
"$python" -m mutmut results
"$python" -m mutmut export-cicd-stats
