"""Which references an article has."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.inputs.gather import gather
from factcheck.inputs.lookup import Lookup, Origin, Sources
from factcheck.patterns import Patterns
from factcheck.readers import read_document

ARTICLE = "There were six guards.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an article in a folder, and a file beside the project."""
    project = tmp_path / "project"
    (project / ".factcheck").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("There were seven guards.\n", encoding="utf-8")
    monkeypatch.chdir(project)
    written("articles/ferries.md", ARTICLE)
    return project


def written(path: str, text: str = "There were four guards.\n") -> Path:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    return Path(path)


def sources(path: str = "articles/ferries.md", lookup: Lookup | None = None) -> Sources:
    return (lookup or Lookup()).sources(read_document(path))


def paths(found: Sources) -> list[str]:
    return [file.path for file in found.files]


def front(references: str) -> None:
    written("articles/ferries.md", f"---\ntitle: Ferries\nreferences:\n{references}\n---\n{ARTICLE}")


def configured(**globs: str) -> Lookup:
    here = Path.cwd()
    return Lookup(tuple((Patterns(here, ("articles/**",)), (glob,)) for glob in globs.values()), here)


def test_an_article_without_any() -> None:
    assert sources() == Sources(Origin.NOTHING)


def test_front_matter_names_paths_globs_and_tables() -> None:
    for name in ("refs/a.md", "refs/b.txt", "notes/c.md"):
        written(name)
    front(
        "  - ../refs/*.{md,txt}\n"
        "  - {path: ../notes/c.md, title: A note, date: 2024-06-16, rank: primary, pages: {7: 1}}"
    )
    found = sources()
    assert found.origin is Origin.FRONT_MATTER
    assert paths(found) == ["refs/a.md", "refs/b.txt", "notes/c.md"]
    inputs = gather([read_document("articles/ferries.md")], Lookup())
    note = next(r for r in inputs.references if r.document.path == "notes/c.md").document.meta
    assert (note.title, str(note.date), note.rank, note.page(3)) == ("A note", "2024-06-16", "primary", "7")


@pytest.mark.parametrize("name", ["ferries.refs/a.md", "ferries.md.refs/a.md"])
def test_a_folder_beside_the_article(name: str) -> None:
    written(f"articles/{name}")
    assert sources() == Sources(Origin.SIDECAR, sources().files)
    assert paths(sources()) == [f"articles/{name}"]


def test_a_list_beside_the_article_tells_of_files_in_the_folder_too() -> None:
    written("articles/ferries.refs/a.md")
    written("articles/ferries.refs.toml", '[[references]]\npath = "ferries.refs/a.md"\ntitle = "Report"\n')
    (file,) = sources().files
    assert file.entry.title == "Report"


def test_configured_globs_with_the_stem() -> None:
    written("refs/ferries/a.md")
    written("refs/others/b.md")
    found = sources(lookup=configured(own="refs/{stem}/**"))
    assert (found.origin, paths(found)) == (Origin.CONFIGURATION, ["refs/ferries/a.md"])


def test_a_configured_glob_that_fits_nothing_leaves_the_article_without() -> None:
    assert sources(lookup=configured(own="refs/{stem}/**")) == Sources(Origin.NOTHING, unmatched=("refs/ferries/**",))
    (error,) = sources(lookup=configured(own="refs/gone.md")).errors
    assert (error.path, error.message) == ("refs/gone.md", "no such file or directory, named under [references]")


def test_a_document_that_is_no_text_is_not_passed_over() -> None:
    written("articles/ferries.refs/scan.pdf", "%PDF-1.7")
    inputs = gather([read_document("articles/ferries.md")], Lookup())
    assert [error.path for error in inputs.errors] == ["articles/ferries.refs/scan.pdf"]
    written("articles/ferries.refs/scan.txt")
    assert gather([read_document("articles/ferries.md")], Lookup()).errors == ()


def test_snapshots_of_the_pages_it_links_to() -> None:
    written(".factcheck/snapshots/example.org/reports/2024.md")
    written(".factcheck/snapshots/example.org/index.txt")
    written("articles/ferries.md", "See [it](https://example.org/reports/2024.html), https://example.org/.\n")
    found = sources()
    assert found.origin is Origin.SNAPSHOTS
    assert [file.entry.url for file in found.files] == ["https://example.org/reports/2024.html", "https://example.org/"]
    assert all("snapshots/example.org" in path for path in paths(found))


@pytest.mark.parametrize(
    "url", ["https://../secret.md", "https://example.org/../../../secret.md", "https://[::1/x", "http://"]
)
def test_an_address_leads_nowhere_else(url: str) -> None:
    written("articles/ferries.md", f"See {url} and https://example.org/%2e%2e/%2e%2e/%2e%2e/secret.md.\n")
    assert sources().origin is Origin.NOTHING


def test_the_first_place_that_names_any_decides() -> None:
    for name in ("refs/a.md", "articles/ferries.refs/b.md"):
        written(name)
    lookup = configured(own="refs/*")
    assert sources(lookup=lookup).origin is Origin.SIDECAR
    front("  ../refs/a.md")
    assert sources(lookup=lookup).origin is Origin.FRONT_MATTER
    front("  []")
    assert sources(lookup=lookup).origin is Origin.SIDECAR


@pytest.mark.parametrize(
    "named", ["../../secret.md", "{absolute}", "../../*.md", "link.md", "linked/secret.md", "../../../../etc/passwd"]
)
@pytest.mark.parametrize("place", ["front matter", "sidecar"])
def test_nothing_outside_of_the_project_is_read(folder: Path, named: str, place: str) -> None:
    named = named.format(absolute=folder.parent / "secret.md")
    (folder / "articles" / "link.md").symlink_to(folder.parent / "secret.md")
    (folder / "articles" / "linked").symlink_to(folder.parent)
    if place == "sidecar":
        written("articles/ferries.refs.toml", f"[[references]]\npath = '{named}'\n")
    else:
        front(f"  - {named}")
    found = sources()
    assert found.files == ()
    (error,) = found.errors
    assert "leads out of the project; to use it, name it with -r/--references" in error.message
    assert "secret.md" not in error.message


def test_a_link_in_a_folder_beside_the_article_does_not_lead_out(folder: Path) -> None:
    written("articles/ferries.refs/a.md")
    (folder / "articles" / "ferries.refs" / "b.md").symlink_to(folder.parent / "secret.md")
    assert sources().errors
    (folder / "articles" / "ferries.refs" / "b.md").unlink()
    (folder / "articles" / "ferries.refs" / "b").symlink_to(folder.parent)
    assert paths(sources()) == ["articles/ferries.refs/a.md"]


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_circle_of_links_is_told(folder: Path) -> None:
    (folder / "articles" / "round.md").symlink_to("round.md")
    front("  - round.md")
    assert sources().errors


@pytest.mark.parametrize(
    ("references", "said"),
    [
        ("  - gone.md", "no such file or directory (front matter of articles/ferries.md)"),
        ("  - https://example.org/x", "save the page as .factcheck/snapshots/example.org/x"),
        ("  - {path: a.md, titel: x}", "unknown key 'titel'; did you mean 'title'?"),
        ("  - {path: a.md, date: May}", "date: 'May' is not a day like 2024-06-16"),
        ("  - {title: x}", 'a reference needs a "path" or a "url"'),
        ("  - [[a]]", "a list in a list"),
        ("  - &a x\n  - *a", "hold an alias"),
        ("  - {path: {a: {b: {c: {d: e}}}}}", "nested too deeply"),
        ("  - {path: a.md, rank: third}", "rank"),
    ],
)
def test_a_name_that_cannot_be_used_is_told(references: str, said: str) -> None:
    front(references)
    assert any(said in f"{error.path}: {error.message}" for error in sources().errors)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1\n", "holds something else than [[references]]"),
        ("[[references]]\npath = 3\n", "reference 1: path: expected a string, got a whole number"),
        ("[[references]]\n", 'reference 1: a reference needs a "path" or a "url"'),
        ('[[references]]\npath = "a"\nsha256 = "12"\n', "expected 64 hexadecimal digits"),
        ("[[references\n", "not valid TOML"),
    ],
)
def test_a_broken_list_is_told(text: str, said: str) -> None:
    written("articles/ferries.refs.toml", text)
    (error,) = sources().errors
    assert error.path == "articles/ferries.refs.toml"
    assert said in error.message


def test_articles_have_references_of_their_own_and_a_reference_found_is_no_article() -> None:
    written("articles/ferries.refs/a.md")
    written("articles/trams.md", f"---\nreferences: notes.md\n---\n{ARTICLE}")
    written("articles/notes.md")
    documents = [read_document(f"articles/{name}.md") for name in ("ferries", "notes", "trams")]
    inputs = gather(documents, Lookup(), searched={"articles/notes.md"})
    assert [document.path for document in inputs.documents] == ["articles/ferries.md", "articles/trams.md"]
    checked = [[inputs.references[i].document.path for i in chosen] for chosen in inputs.checked_against]
    assert checked == [["articles/ferries.refs/a.md"], ["articles/notes.md"]]
