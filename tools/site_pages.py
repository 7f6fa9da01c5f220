"""What the site adds to docs/: the pages at the root of the repository, and the files that all pages link to."""

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[1]
_PAGES = {"README.md": "index.md", "CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changelog.md"}
_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\]]*)\]\((?P<target>[^)#:\s]+)(?P<anchor>#[^)]*)?\)")


def on_files(files: Files, config: Any) -> Files:
    """Add the pages of the root under the names that they have in the site, and the files that are linked to."""
    seen = {f"docs/{one.src_uri}" for one in files}
    waiting = [*_PAGES, *(f"docs/{one.src_uri}" for one in files.documentation_pages())]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            files.append(File.generated(config, _in_site(name), abs_src_path=str(ROOT / name)))
            seen.add(name)
            waiting += _linked_from(name) - seen
        elif name.startswith("docs/"):
            waiting += _linked_from(name) - seen
    script = ROOT / "tools" / "iframe-worker.js"
    files.append(File.generated(config, f"assets/{script.name}", abs_src_path=str(script)))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """The page with its links as they are in the site."""
    name = Path(page.file.abs_src_path).relative_to(ROOT).as_posix()

    def linked(match: re.Match[str]) -> str:
        target = _from_root(name, match["target"])
        if (ROOT / target).is_dir():  # a site has no folders to show
            return f"{match['text']} (`{target}`)"
        to = posixpath.relpath(_in_site(target), posixpath.dirname(_in_site(name)) or ".")
        return f"{match['image']}[{match['text']}]({to}{match['anchor'] or ''})"

    return _LINK.sub(linked, markdown)


def _linked_from(page: str) -> set[str]:
    """The files (named from the root) that a page links to."""
    if not page.endswith(".md"):
        return set()
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = {_from_root(page, match["target"]) for match in _LINK.finditer(text)}
    return {one for one in targets if (ROOT / one).is_file()}


def _in_site(name: str) -> str:
    """The name in the site of a file that is named from the root."""
    return _PAGES.get(name, name.removeprefix("docs/"))


def _from_root(page: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
