"""Processes that judge documents beside each other, each with an engine of its own.

A process gets one document at a time and sends back what it found, so that memory is bounded by the number of
processes. Messages between them are pickled by `multiprocessing`: both ends are this program, and no file is ever
unpickled. Processes are spawned, since the fork of one that runs ONNX Runtime or a screen would wait for threads that
it does not have.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import traceback
from collections import OrderedDict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import TYPE_CHECKING, Self

from factcheck.cache import Store
from factcheck.checker.recall import keep
from factcheck.document import Document, Reference
from factcheck.errors import FactcheckError, ModelError, UsageError, WorkerError
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.checker.engine import Engine
    from factcheck.checker.reading import Given

_PATIENCE = 5.0  # seconds for a process to end
_KINDS: dict[str, type[FactcheckError]] = {"ModelError": ModelError, "UsageError": UsageError}
_WORTH_A_PROCESS = 3
"""Documents for which another process with models of its own pays."""
_Sources = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One document to judge.

    Attributes:
        index: Its place in the run.
        document: The document.
        sources: The indices of its references.
        key: By which its results are kept, or None.
        given: Claims that stand for those which it would be split into, or None.
    """

    index: int
    document: Document
    sources: _Sources
    key: bytes | None
    given: Given | None = None


@dataclass(frozen=True, slots=True)
class _Request:
    """What a process is asked to do.

    Attributes:
        job: The document to judge; None to encode the references for everybody.
        references: Its references; None if they are those of the request before.
    """

    job: Job | None
    references: Sequence[Reference] | None


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of a request: results as `Judged.packed` gives them, or an error's kind and text."""

    index: int = -1
    packed: bytes = b""
    error: tuple[str, str] | None = None


class _Worker:
    """A process and the line to it."""

    def __init__(self, settings: Settings, folder: Path | None) -> None:
        context = multiprocessing.get_context("spawn")
        self.line, theirs = context.Pipe()
        self.sources: _Sources | None = None
        self.process: SpawnProcess = context.Process(target=_work, args=(theirs, settings, folder), daemon=True)
        self.process.start()
        theirs.close()  # so that the line ends when the process does

    def send(self, request: _Request) -> None:
        with self._watched():
            self.line.send(request)

    def receive(self) -> _Answer:
        with self._watched():
            answer: _Answer = self.line.recv()
        return answer

    @contextlib.contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except (EOFError, OSError):
            self.process.join(_PATIENCE)
            code = self.process.exitcode
            how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
            raise WorkerError(f"a process that judges articles has ended ({how}); use fewer of them: --jobs") from None


class Workers:
    """A few processes; use it in a `with` block, at whose end none of them is left."""

    def __init__(self, count: int, settings: Settings, store: Store) -> None:
        """Prepare the processes; they start when the block is entered.

        Args:
            count: How many.
            settings: How to judge. Threads that are not given are shared out among the processes.
            store: The cache; each process opens it for itself.
        """
        threads = settings.threads or max(1, processors() // count)
        self._settings = replace(settings, threads=threads)
        self._folder = None if store.failure else store.folder
        self._count = count
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        with _deaf_children():
            for _ in range(self._count):
                self._workers.append(_Worker(self._settings, self._folder))
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for worker in self._workers:
            if kind is not None:
                worker.process.terminate()
            worker.line.close()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()

    def judge(self, jobs: Sequence[Job], references: Sequence[Reference]) -> Iterator[tuple[int, bytes]]:
        """Judge documents.

        Args:
            jobs: The documents.
            references: Those of all documents.

        Yields:
            Index of a document and its results, as `Judged.packed` gives them, in the order in which they are reached.

        Raises:
            ModelError: Weights cannot be loaded or run.
            WorkerError: A process has ended.
        """
        if self._folder is not None:
            for _ in self._answers(_Sharing(jobs, references, len(self._workers))):
                pass
        for answer in self._answers(_Judging(jobs, references)):
            yield answer.index, answer.packed

    def _answers(self, tasks: _Sharing | _Judging) -> Iterator[_Answer]:
        """Have tasks done; each process gets a new one when it has done one."""
        idle = list(self._workers)
        busy: dict[Connection, _Worker] = {}
        while True:
            while idle and (request := tasks.next(idle[-1])) is not None:
                worker = idle.pop()
                worker.send(request)
                busy[worker.line] = worker
            if not busy:
                return
            for line in wait(list(busy)):
                worker = busy.pop(line)  # type: ignore[call-overload]
                answer = worker.receive()
                if answer.error is not None:
                    raise _raised(*answer.error)
                idle.append(worker)
                yield answer


class _Sharing:
    """References that several documents have in common, encoded once for all before the documents are judged."""

    def __init__(self, jobs: Sequence[Job], references: Sequence[Reference], parts: int) -> None:
        seen: dict[int, int] = {}
        for job in jobs:
            for index in job.sources:
                seen[index] = seen.get(index, 0) + 1
        shared = [references[index] for index, count in seen.items() if count > 1]
        self._parts = [part for start in range(parts) if (part := shared[start::parts])]

    def next(self, worker: _Worker) -> _Request | None:
        worker.sources = None
        return _Request(None, self._parts.pop()) if self._parts else None


class _Judging:
    """Documents to judge; a process keeps to those with the same references while there are any."""

    def __init__(self, jobs: Sequence[Job], references: Sequence[Reference]) -> None:
        self._references = references
        self._waiting: OrderedDict[_Sources, deque[Job]] = OrderedDict()
        for job in jobs:
            self._waiting.setdefault(job.sources, deque()).append(job)

    def next(self, worker: _Worker) -> _Request | None:
        if not self._waiting:
            return None
        before = worker.sources
        sources = before if before is not None and before in self._waiting else next(iter(self._waiting))
        job = self._waiting[sources].popleft()
        if not self._waiting[sources]:
            del self._waiting[sources]
        worker.sources = sources
        return _Request(job, None if before == sources else [self._references[i] for i in sources])


def processes_for(documents: int, asked: int | None) -> int:
    """How many processes to judge documents with; 1 for the present one alone.

    Args:
        documents: How many there are.
        asked: What the user asked for; None for as many as are worth their start.
    """
    if asked is not None:
        return max(1, min(asked, documents))
    return max(1, min(processors(), documents // _WORTH_A_PROCESS))


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def _deaf_children() -> Iterator[None]:
    """Processes that start in this block hear no interrupt from the keyboard: it is this one that ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _raised(kind: str, text: str) -> Exception:
    return _KINDS[kind](text) if kind in _KINDS else RuntimeError(text)


def _work(line: Connection, settings: Settings, folder: Path | None) -> None:
    """What a process does until the line to the one that started it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from factcheck.checker.engine import Engine

    store = Store(folder)
    engine = Engine(settings, store)
    references: Sequence[Reference] = ()
    with contextlib.suppress(EOFError, OSError):  # the other end has gone
        while True:
            request: _Request = line.recv()
            references = references if request.references is None else request.references
            line.send(_answer(engine, store, request.job, references))


def _answer(engine: Engine, store: Store, job: Job | None, references: Sequence[Reference]) -> _Answer:
    try:
        if job is None:
            engine.embed(references)
            return _Answer()
        packed = engine.judge(job.document, references, given=job.given).packed()
        keep(store, job.key, packed)
        return _Answer(job.index, packed)
    except FactcheckError as error:
        return _Answer(error=(type(error).__name__, str(error)))
    except Exception as error:  # told by the process that the user started, where it is seen
        trace = traceback.format_exc() if os.environ.get("FACTCHECK_DEBUG") else ""
        return _Answer(error=("", f"{type(error).__name__}: {error}\n{trace}".strip()))
