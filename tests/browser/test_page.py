"""The page in a real Chromium: seen, used by keyboard, narrowed, printed, and searched for barriers.

Needs the extra `browser` and Chromium from the system (`.ci/browser-tests` installs both and runs this).
"""

import os
import re
import shutil
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pytest
from review_files import REPORT, SUMMARY

from scr_check.cli import run

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
MISSING = [
    what
    for what, there in (
        (
            "the extra `browser` (playwright and axe)",
            find_spec("playwright") and find_spec("axe_playwright_python"),
        ),
        ("Chromium", CHROMIUM),
    )
    if not there
]
if MISSING and not os.environ.get("SCR_CHECK_BROWSER"):
    pytest.skip(f"the page is not opened: {' and '.join(MISSING)} not installed", allow_module_level=True)

from playwright.sync_api import sync_playwright  # noqa: E402

# Nothing that the browser would do of itself, and no sandbox, which root cannot have.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
MANY = "".join(f"  - {{id: K{number}, title: Issue {number}}}\n" for number in range(3))
LOOKS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 640}},
    "high contrast": {"forced_colors": "active"},
}


@pytest.fixture(scope="module")
def page_file(tmp_path_factory):
    """The page on a summary with faults, as the command writes it."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    (folder / "summary.yaml").write_text(f"{SUMMARY}key_issues:\n{MANY}", encoding="utf-8")
    (folder / "clean.yaml").write_text("format: scr-summary/1\nboard: Northmoor\n", encoding="utf-8")
    here = Path.cwd()
    os.chdir(folder)
    try:
        run(["validate", "summary.yaml", "--format", "html", "-o", "page.html"])
        run(["validate", "summary.yaml", "clean.yaml", "--format", "html", "-o", "two.html"])
    finally:
        os.chdir(here)
    return folder / "page.html"


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser, page_file):
    """Opens the page with the given look; fails when the page asks for anything or a script fails."""
    contexts, told, expected = [], [], []

    def opened(name="page.html", faults=(), **look):
        expected.extend(faults)
        context = browser.new_context(**look)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("request", lambda request: request.url.startswith("file:") or told.append(request.url))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("console", lambda said: said.type == "error" and told.append(said.text))
        page.goto(page_file.with_name(name).as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert len(told) == len(expected)
    assert all(words in one for words, one in zip(expected, told, strict=True))


def violations(page):
    """What axe-core finds, every rule of it included, best practice too."""
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found["violations"]]


@pytest.mark.parametrize("name", ["page.html", "two.html"])
@pytest.mark.parametrize("look", LOOKS)
def test_nothing_keeps_people_from_reading(opened, name, look):
    page = opened(name, **LOOKS[look], bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert violations(page) == []


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_sticks_out_at_the_side(opened, look):
    page = opened(**LOOKS[look])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_texts_stand_side_by_side_and_on_a_phone_below_each_other(opened):
    def boxes(page):
        return [one.bounding_box() for one in page.locator("article:has-text('FAI104') figure").all()]

    left, right = boxes(opened())
    assert right["x"] > left["x"] + left["width"]
    assert right["y"] == left["y"]
    above, below = boxes(opened(**LOOKS["phone"]))
    assert below["x"] == above["x"]
    assert below["y"] > above["y"] + above["height"]


def test_the_marked_words_can_be_told_without_colour(opened):
    page = opened()
    mark = page.locator("article:has-text('FAI104') .summary mark")
    assert mark.inner_text() == "seven"
    assert mark.evaluate("one => getComputedStyle(one).borderBottomStyle") == "solid"


# By keyboard


def test_the_first_stop_skips_to_the_result(opened):
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the result"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_link_of_the_list_leads_to_its_finding_by_keyboard(opened):
    page = opened()
    link = page.locator(".problem a").first
    target = link.get_attribute("href").removeprefix("#")
    for _ in range(20):
        page.keyboard.press("Tab")
        if link.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_function("id => document.activeElement.id === id", arg=target)
    assert page.locator(f"#{target}").evaluate("one => one.getBoundingClientRect().top < innerHeight")


def test_every_stop_of_the_keyboard_can_be_seen(opened):
    page = opened()
    for _ in range(40):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", page.evaluate("document.activeElement.outerHTML.slice(0, 80)")


# The filter


def test_the_filter_leaves_out_and_brings_back(opened):
    page = opened()
    every = page.locator("article").count()
    page.get_by_label(re.compile("^Warnings")).focus()
    page.keyboard.press("Space")
    assert page.locator("article.warning:visible").count() == 0
    left = page.locator("article:visible").count()
    assert 0 < left < every
    assert page.get_by_role("status").inner_text() == f"Showing {left} of {every} findings."
    page.keyboard.press("Space")
    assert page.locator("article:visible").count() == every


def test_a_link_brings_back_what_the_filter_left_out(opened):
    page = opened()
    page.get_by_label(re.compile("^Errors")).uncheck()
    link = page.locator(".problem a:visible").first
    target = link.get_attribute("href")
    assert not page.locator(target).is_visible()
    link.click()
    page.wait_for_selector(f"{target}:visible")


def test_without_script_everything_is_there(opened):
    page = opened(java_script_enabled=False)
    assert page.locator("article:visible").count() == page.locator("article").count() > 20
    assert page.locator(".filter").count() == 0
    folded = page.locator(".problem details:not([open])").first
    folded.locator("summary").click()
    assert folded.locator("a").count() == 0 or page.locator(".problem details[open] a").first.is_visible()


def test_the_page_lets_in_no_other_script(opened, page_file):
    text = page_file.read_text(encoding="utf-8").replace("<main", "<script>window.leaked = 1</script><main")
    page_file.with_name("leaking.html").write_text(text, encoding="utf-8")
    page = opened("leaking.html", faults=["Content Security Policy"])
    assert page.evaluate("typeof window.leaked") == "undefined"
    assert page.locator(".filter").is_visible()


# On paper


def test_paper_shows_what_is_folded_and_no_filter(opened):
    page = opened()
    page.get_by_label(re.compile("^Errors")).uncheck()
    page.emulate_media(media="print")
    assert page.locator("article:visible").count() == page.locator("article").count()
    assert not page.locator(".filter").is_visible()
    assert page.locator(".checklist details:not([open]) td").first.is_visible()


def test_the_print_is_a_tagged_pdf_with_the_marking_on_every_page(opened, tmp_path):
    import pypdfium2

    page = opened()
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, tagged=True, outline=True)
    pdf = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    texts = [one.get_textpage().get_text_range() for one in pdf]
    assert len(texts) > 3
    assert all(text.count("RESTRICTED") >= 2 for text in texts)
    assert f"1 of {len(texts)}" in texts[0]
    assert pdf.get_metadata_value("Title").startswith("Check of the executive summary: Child T")
    assert pdf.is_tagged()
    pdf.close()
