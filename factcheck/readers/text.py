"""From a file to its bytes and its text: the one place that opens files and decodes them."""

from __future__ import annotations

import codecs
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from factcheck.document import Span
from factcheck.errors import InputError

_NOT_TEXT = "not a text file"
_DOCUMENTS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "an office document or an archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "a document in RTF",
}
"""What people take for texts, by their first bytes."""
_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*[\"']?\s*(?P<name>[\w.:-]{2,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 1024
"""Bytes; where browsers look for it."""
_OLD_ENCODINGS = re.compile(
    r"(?:windows-|cp)(?:125[0-8]|874)|iso-8859-\d{1,2}|koi8-[ru]|ibm866|cp866|macintosh|shift_jis|euc-(?:jp|kr)|"
    r"gbk?|gb2312|gb18030|big5(?:-hkscs)?|iso-2022-jp"
)

_LINE_END = re.compile(r"\r\n|\r|\n")
_BYTES_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: its place without its line ending, and where the next one starts."""

    start: int
    end: int
    next: int

    @property
    def span(self) -> Span:
        """The line without its line ending."""
        return Span(self.start, self.end)


def split_lines(text: str) -> list[Line]:
    r"""The lines of a text; they end at \\n, \\r\\n or a lone \\r, as in Document.line_column."""
    lines: list[Line] = []
    at = 0
    for ending in _LINE_END.finditer(text):
        lines.append(Line(at, ending.start(), ending.end()))
        at = ending.end()
    if at < len(text):
        lines.append(Line(at, len(text), len(text)))
    return lines


def shown_path(path: str) -> str:
    """A path as the user named it, with forward slashes on every system; one that is empty is seen to be."""
    return path.replace(os.sep, "/") or "''"


def read_bytes(path: str) -> bytes:
    """A file's bytes.

    Raises:
        InputError: If there is no such file, or it is a directory, a device or may not be read.
    """
    name = shown_path(path)
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(name, "is a directory, not a file")
        # Named pipes stay allowed: a shell's process substitution is one.
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise InputError(name, "not a regular file")
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(name, "no such file") from None
    except PermissionError:
        raise InputError(name, "permission denied") from None
    except OSError as error:
        raise InputError(name, (error.strerror or str(error)).lower()) from None
    except ValueError:  # a null character in the path
        raise InputError(name, "no such file") from None


def read_stream(path: str, stream: BinaryIO) -> bytes:
    """All that a binary stream holds.

    Raises:
        InputError: If it cannot be read.
    """
    try:
        return stream.read()
    except OSError as error:
        raise InputError(path, (error.strerror or str(error)).lower()) from None


def encoded_like(data: bytes, text: str) -> bytes:
    """A text as bytes, in the encoding and with the byte order mark of a file's bytes."""
    mark, codec = _encoding(data)
    return mark + text.encode(codec)


def _encoding(data: bytes) -> tuple[bytes, str]:
    """The byte order mark of a file and its codec: UTF-8 unless a mark or, if it is none, a page of HTML says else."""
    if data.startswith(codecs.BOM_UTF8):
        return codecs.BOM_UTF8, "utf-8"
    if data.startswith(codecs.BOM_UTF16_LE):
        return codecs.BOM_UTF16_LE, "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE):
        return codecs.BOM_UTF16_BE, "utf-16-be"
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if declared is None or _is_utf_8(data):
        return b"", "utf-8"
    name = declared["name"].decode().lower()
    # As browsers do: pages that say Latin-1 hold the quotation marks of Windows.
    codec = "cp1252" if name in ("iso-8859-1", "latin1", "us-ascii", "ascii") else name
    try:
        return b"", codecs.lookup(codec).name if _OLD_ENCODINGS.fullmatch(codec) else "utf-8"
    except LookupError:
        return b"", "utf-8"


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def decode(path: str, data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 behind a byte order mark, or what a page of HTML names; line endings stay.

    Args:
        path: The file as shown in errors.
        data: Its bytes.

    Raises:
        InputError: If the bytes are no text, with the place (counted from 1) of the first bad byte.
    """
    document = next((kind for start, kind in _DOCUMENTS.items() if data.startswith(start)), None)
    if document is not None:
        raise InputError(path, f"{_NOT_TEXT} but {document}: save it as text, Markdown or HTML")
    mark, codec = _encoding(data)
    label = codec.removesuffix("-le").removesuffix("-be").upper()
    if codec == "utf-8" and b"\0" in data:
        raise InputError(path, _NOT_TEXT)
    body = data[len(mark) :]
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        place = len(mark) + error.start + 1
        before = body[: error.start]
        if codec == "utf-8":
            line = 1 + len(_BYTES_LINE_END.findall(before))
        else:
            line = 1 + len(_LINE_END.findall(before.decode(codec, errors="replace")))
        raise InputError(path, f"not valid {label} at byte {place} (line {line})") from None
    if "\0" in text:
        raise InputError(path, _NOT_TEXT)
    return text
