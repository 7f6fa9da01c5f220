"""Take the pictures of the HTML report that the docs show: `python tools/page_pictures.py`.

Needs the extra `browser` and Chromium, as `.ci/browser-tests` installs them. It shows `examples/bad`.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

# Name of the picture, width and height of the window in pixels, and the part of the page at its top.
PICTURES = (
    ("report-top.png", 920, 900, "h1"),
    ("report-side-by-side.png", 920, 900, "#s1-recommendations"),
    ("report-phone.png", 390, 844, "#s1-summary_of_events"),
)


def main() -> None:
    """Write every picture anew."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "page.html"
        command = [
            "validate",
            "examples/bad/summary.yaml",
            "--exit-zero",
            "--format",
            "html",
            "-o",
            str(page),
        ]
        subprocess.run([sys.executable, "-m", "scr_check", *command], cwd=ROOT, check=True)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for name, width, height, part in PICTURES:
            take(browser, page, IMAGES / name, (width, height), part)
        browser.close()


def take(browser: Browser, page: Path, picture: Path, size: tuple[int, int], part: str) -> None:
    """Take one picture, with `part` of the page at the top."""
    opened = browser.new_page(viewport={"width": size[0], "height": size[1]})
    opened.goto(page.as_uri())
    opened.locator(part).evaluate("one => { one.scrollIntoView(); scrollBy(0, -16) }")
    opened.screenshot(path=picture)
    opened.close()


if __name__ == "__main__":
    main()
