"""Work that can be watched and stopped: it runs in a thread of its own, this one tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

#: Called with the share that is done, or None where nobody can tell.
Progress = Callable[[float | None], None]
_EVERY, _PATIENCE = 0.2, 5.0


def watched(
    work: Callable[[], None], share: Callable[[], float | None], stop: Callable[[], None], progress: Progress
) -> None:
    """Do the work; an interruption of this thread calls ``stop`` and goes on to the caller.

    >>> done = []
    >>> watched(lambda: done.append("work"), lambda: None, lambda: None, lambda _share: None)
    >>> done
    ['work']
    """
    failure: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failure.append(error)

    worker = Thread(target=run, daemon=True)
    worker.start()
    try:
        while worker.is_alive():
            worker.join(_EVERY)
            progress(share())
    except BaseException:
        stop()
        worker.join(_PATIENCE)  # some engines cannot be stopped: their thread ends with the process
        raise
    if failure:
        raise failure[0]
