"""JSON Lines: one object a claim and one a finding, to be read while the file is written, by jq or by a log."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.output.json_report import escaped, report_data
from factcheck.report import Report


def jsonl(report: Report) -> str:
    """Objects with a `type`: "claim", "finding", "error", then one "summary"; otherwise as in the JSON report.

    Claims and findings have the path of their article as `path`; the index `document` is left out.
    """
    return "".join(f"{escaped(json.dumps(line, ensure_ascii=False, allow_nan=False))}\n" for line in _objects(report))


def _objects(report: Report) -> Iterator[dict[str, Any]]:
    data = report_data(report)
    paths = [document["path"] for document in data["documents"]]
    for kind, name in (("claim", "claims"), ("finding", "findings")):
        for entry in data[name]:
            yield {"type": kind, "path": paths[entry.pop("document")], **entry}
    for entry in data["errors"]:
        yield {"type": "error", **entry}
    yield {"type": "summary", **data["summary"]}
