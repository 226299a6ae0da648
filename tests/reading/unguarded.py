"""Reads the texts of standard input without the guards: the checks marked ``# guard``, which only spare work.

A guard says that a pass has nothing to do where its words are missing, so that it need not be made. Whoever teaches
the pass a word may forget the guard. Here every guard lets everything by: what a pass reads then without the guard
and not with it, shows in the difference.
"""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, ModuleType

MARK = "# guard"


def open_guards(source: str) -> tuple[ast.Module, int]:
    """The source with every guard open, and how many there were; a mark on a line without a guard fails."""
    tree = ast.parse(source)
    marked = {number for number, line in enumerate(source.splitlines(), 1) if MARK in line}
    opener = _Opener(marked)
    tree = ast.fix_missing_locations(opener.visit(tree))
    if opener.opened != marked:
        raise ValueError(f"no guard on the lines {sorted(marked - opener.opened)}")
    return tree, len(marked)


class _Opener(ast.NodeTransformer):
    """Opens the tests on marked lines: of ``a and b`` only ``a`` is the guard, ``b`` is what it spares."""

    def __init__(self, marked: set[int]) -> None:
        self.marked = marked
        self.opened: set[int] = set()

    def visit_If(self, node: ast.If) -> ast.AST:
        if self._lines(node):
            ends = isinstance(node.body[0], ast.Return) and not _spares_work(node.test)
            self._open(node, leaves=ends)
        return self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        if self._lines(node):
            self._open(node, leaves=True)
        return self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        for test in node.ifs:
            if test.lineno in self.marked:
                self.opened.add(test.lineno)
                node.ifs = [ast.Constant(True)]
        return self.generic_visit(node)

    def _lines(self, node: ast.If | ast.IfExp) -> set[int]:
        """The marked lines among those that its test stands on."""
        first = min(node.lineno, node.test.lineno)
        return self.marked & set(range(first, (node.test.end_lineno or first) + 1))

    def _open(self, node: ast.If | ast.IfExp, *, leaves: bool) -> None:
        """``leaves``: the branch under the test is the one that gives up."""
        self.opened |= self._lines(node)
        if _spares_work(node.test):
            assert isinstance(node.test, ast.BoolOp)
            node.test.values[0] = ast.Constant(True)
        else:
            node.test = ast.Constant(not leaves)


def _spares_work(test: ast.expr) -> bool:
    return isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And)


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a module with its guards open."""

    opened = 0

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        tree, found = open_guards(Path(self.path).read_text(encoding="utf-8"))
        _Loader.opened += found
        code: CodeType = compile(tree, self.path, "exec")
        return code


class _Finder(importlib.abc.MetaPathFinder):
    """Finds the modules of the reading for the loader that opens guards."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if not fullname.startswith("chitieu.reading"):
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(fullname, spec.origin)
        return spec


def main() -> None:
    """Each line of input is a text and its indicator or null, each line of output a reading; the last counts guards."""
    sys.meta_path.insert(0, _Finder())
    from chitieu.reading import parse, read_expression

    for line in sys.stdin:
        text, indicator = json.loads(line)
        reading = parse(text) if indicator is None else read_expression(text, indicator)
        print(json.dumps(reading.to_dict(), default=str))
    print(_Loader.opened)


if __name__ == "__main__":
    main()
