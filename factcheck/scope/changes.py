"""What has changed since a commit: sentences of articles, passages of references. Compared by content, not by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path, PurePath

from factcheck.document import Document, Reference
from factcheck.errors import GitError, InputError
from factcheck.fingerprint import normalised
from factcheck.git import Repository
from factcheck.readers import decode, parse_document, read_bytes
from factcheck.scope.edits import Edited, edited
from factcheck.scope.matching import Passages
from factcheck.segmentation import segments
from factcheck.sentences import sentences

_RENAMED = 0.5
"""Share of sentences that a new file must have in common with a deleted one to be taken for the same, moved."""
_RECORDS = ".jsonl"


class Changes:
    """The work tree against the merge base of HEAD and another commit."""

    def __init__(self, ref: str, articles: Sequence[Document]) -> None:
        """Look at what differs.

        Args:
            ref: The commit, branch or tag to which the change is to go.
            articles: Those to be checked; they lie in one repository. Standard input counts as new.

        Raises:
            GitError: No repository, no such commit or no merge base; the text says what to do.
        """
        self.ref = ref
        files = [_resolved(article.path) for article in articles if article.path != "-"]
        self._repository = Repository(files[0].parent if files else Path.cwd())
        for article, file in zip([a for a in articles if a.path != "-"], files, strict=True):
            if not file.is_relative_to(self._repository.root):
                raise GitError(f"{article.path}: not in the git repository {self._repository.root.name}")
        self._commit = self._repository.merge_base(ref)
        differences = self._repository.differences(self._commit)
        root = self._repository.root
        self._before = {root / d.path: d.before for d in differences if d.path is not None}
        kept = {d.before for d in differences if d.path is not None}
        self._deleted = [d.before for d in differences if d.path is None and d.before and d.before not in kept]
        self._follow_moves()
        self.edited = cache(self._edited)
        self._passages = cache(self._changed_passages)

    def touches(self, article: Document, references: Iterable[Reference]) -> bool:
        """Whether anything in an article is in question: it changed, or one of its references did.

        An article that is not touched has nothing to be reported and need not be judged.
        """
        if self.edited(article).any or any(self.has_changed(reference) for reference in references):
            return True
        return any(self._gone.bear_on(sentence.text) for sentence in sentences(article))

    def has_changed(self, reference: Reference) -> bool:
        """Whether a reference reads otherwise than before; of a file of records, whether the record does."""
        passages = self._passages(_resolved(reference.document.path))
        if passages is None or not passages:
            return False
        if reference.origin is None or reference.file_text is None:
            return True
        start = reference.origin[0]
        line = reference.file_text[reference.file_text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
        return normalised(line) in passages.texts

    def bear_on(self, sentence: str, references: Iterable[Reference]) -> bool:
        """Whether a changed passage of one of the references, or a deleted file, speaks of what a sentence says."""
        files = dict.fromkeys(_resolved(reference.document.path) for reference in references)
        changed = [self._passages(file) for file in files]
        return any(passages.bear_on(sentence) for passages in [*changed, self._gone] if passages)

    def _edited(self, article: Document) -> Edited:
        if article.path == "-":
            return Edited(whole=True)
        file = _resolved(article.path)
        if file not in self._before:
            return Edited()
        before = self._before[file]
        try:
            old = parse_document(before, self._repository.content(self._commit, before)) if before else None
        except InputError:  # no text then
            old = None
        return edited(old, article) if old else Edited(whole=True)

    def _follow_moves(self) -> None:
        """Lead new files that git does not follow to the deleted files that they have most in common with."""
        new = sorted(path for path, before in self._before.items() if before is None)
        for path in new if self._deleted else []:
            try:
                mine = set(self._pieces(path.name, read_bytes(str(path))))
            except InputError:
                continue
            shares = [(_common(mine, set(self._old(old))), old) for old in self._deleted if _alike(old, path)]
            share, old = max(shares, default=(0.0, ""))
            if share >= _RENAMED:
                self._before[path] = old
                self._deleted.remove(old)

    def _changed_passages(self, file: Path) -> Passages | None:
        """What was added to a file or taken out of it; None if it has not changed, or lies outside the repository."""
        if file not in self._before:
            return None
        before = self._before[file]
        old = self._old(before) if before else []
        try:
            new = self._pieces(file.name, read_bytes(str(file)))
        except InputError:
            new = []
        return Passages(set(old) ^ set(new))

    @cached_property
    def _gone(self) -> Passages:
        """The passages of deleted files."""
        texts: set[str] = set()
        for path in self._deleted:
            texts.update(self._old(path))
        return Passages(texts)

    def _old(self, path: str) -> list[str]:
        """The pieces of a file as it was."""
        return self._pieces(path, self._repository.content(self._commit, path))

    def _pieces(self, name: str, data: bytes) -> list[str]:
        """A file's sentences, or its lines if it holds records; all of it as one if it is no text."""
        try:
            text = decode(name, data)
        except InputError:
            return [data.hex()]
        lines = [line for line in text.splitlines() if line.strip()]
        if PurePath(name).suffix.lower() == _RECORDS:
            return [normalised(line) for line in lines]
        return [normalised(span.of(line)) for line in lines for span in segments(line)]


def _resolved(path: str) -> Path:
    return Path(path).resolve()


def _common(one: set[str], other: set[str]) -> float:
    """Which share of the pieces of two files stand in both."""
    return len(one & other) / max(len(one | other), 1)


def _alike(old: str, new: Path) -> bool:
    return PurePath(old).suffix == new.suffix
