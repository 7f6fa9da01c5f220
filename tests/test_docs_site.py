"""The site of the pages: built strictly, whole, and loading nothing from elsewhere."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

ROOT = Path(__file__).parents[1]
QUOTED = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
NOWHERE = "http://127.0.0.1:9"  # a proxy that nobody runs: any look at the network would fail the build


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    pytest.importorskip("material", reason="the site needs the extra `docs`")
    folder = tmp_path_factory.mktemp("site")
    environment = os.environ | {"http_proxy": NOWHERE, "https_proxy": NOWHERE, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder


def pages(site):
    return {path.relative_to(site).as_posix(): html.parse(path) for path in sorted(site.rglob("*.html"))}


def test_nothing_is_loaded_from_elsewhere(site):
    loaded = [
        (name, target)
        for name, page in pages(site).items()
        for target in page.xpath(
            "//script/@src | //link[not(@rel='canonical')]/@href | //img/@src | //iframe/@src"
        )
        if "//" in target
    ]
    styles = [
        path.name
        for path in site.rglob("*.css")
        if re.search(r"url\(['\"]?(?:https?:)?//", path.read_text("utf-8"))
    ]
    assert (loaded, styles) == ([], [])


def test_every_page_and_what_it_shows_is_there(site):
    found = pages(site)
    wanted = {path.stem for path in (ROOT / "docs").glob("*.md")} | {"index", "contributing", "changelog"}
    assert wanted - {Path(name).stem for name in found} == set()
    missing = [
        (name, target)
        for name, page in found.items()
        if name != "404.html"
        for target in page.xpath("//main//a/@href | //main//img/@src")
        if ":" not in target
        and not target.startswith("#")
        and not (site / Path(name).parent / target.partition("#")[0]).exists()
    ]
    assert missing == []


def test_the_search_works_on_a_shared_drive(site):
    """On a page opened as a file, where a browser starts no worker."""
    playwright = pytest.importorskip("playwright.sync_api", reason="a browser needs the extra `browser`")
    if not CHROMIUM:
        pytest.skip("Chromium is not installed: the search is not tried")
    with playwright.sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        found = page.locator(".md-search-result__link", has_text="The tracker").first
        for _ in range(3):  # what is typed before the page is ready may be lost
            page.goto((site / "rules.html").as_uri())
            page.locator("input[name=query]").fill("tracker")
            with contextlib.suppress(playwright.TimeoutError):
                found.wait_for(state="attached", timeout=45_000)
                break
        assert found.count() == 1
        browser.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_the_navigation_names_the_readers(site):
    titles = {
        " ".join(one.text_content().split())
        for one in pages(site)["index.html"].xpath("//nav//a | //nav//label")
    }
    assert {
        "For the manager",
        "For the author",
        "For the maintainer",
        "The rules",
        "Accuracy",
        "Adding a rule",
    } <= titles


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_what_a_page_quotes_stands_in_the_file_that_it_names(page):
    for name, text in QUOTED.findall(page.read_text(encoding="utf-8")):
        assert text in (ROOT / name).read_text(encoding="utf-8"), name
