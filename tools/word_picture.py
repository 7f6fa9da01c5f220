"""Take the picture of the Word file with comments that the docs show: `python tools/word_picture.py`.

Needs LibreOffice, Xvfb and ImageMagick. It shows `examples/bad`, as `scr-check review` sets it.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "images" / "word-comments.png"
SCREEN = ":77"
WIDTH, HEIGHT = 1240, 900
PART = "965x510+155+285"  # of the screen: a page with its margin
SECONDS_TO_OPEN = 20

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:{kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{kind}.dtd">
"""
LIBRARIES = (
    LIBRARY.format(kind="libraries")
    + """<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
 library:link="false"/>
</library:libraries>
"""
)
MODULES = (
    LIBRARY.format(kind="library")
    + """<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""
)
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main
  Dim none()
  doc = StarDesktop.loadComponentFromURL("{document}", "_blank", 0, none())
  view = doc.CurrentController
  view.Frame.ContainerWindow.setPosSize(0, 0, {width}, {height}, 15)
  view.Frame.LayoutManager.setVisible(False)
  view.ViewSettings.ShowRulers = False
  view.ViewSettings.ZoomType = 3
  view.ViewSettings.ZoomValue = 100
  look = doc.createSearchDescriptor()
  look.SearchString = "should consider holding"
  view.ViewCursor.gotoRange(doc.findFirst(look).End, False)
End Sub
</script:module>
"""


def main() -> None:
    """Write the picture anew."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        document = folder / "review.docx"
        review = ["review", "examples/bad/summary.yaml", "--docx", str(document)]
        subprocess.run([sys.executable, "-m", "scr_check", *review], cwd=ROOT, check=True)
        office = ["soffice", "--norestore", "--nologo", f"-env:UserInstallation={(folder / 'lo').as_uri()}"]
        subprocess.run([*office, "--headless", "--terminate_after_init"], check=True)  # makes the profile
        write_macro(folder / "lo", document)
        with running(["Xvfb", SCREEN, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-noreset"]):
            sleep(2)
            with running([*office, "macro:///Standard.Module1.Main"]):
                sleep(SECONDS_TO_OPEN)
                shot = [
                    "import",
                    "-display",
                    SCREEN,
                    "-window",
                    "root",
                    "-crop",
                    PART,
                    "+repage",
                    str(PICTURE),
                ]
                subprocess.run(shot, check=True)


def write_macro(profile: Path, document: Path) -> None:
    """A profile of LibreOffice with a macro that opens the document where a comment is to be seen."""
    basic = profile / "user" / "basic"
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "script.xlc").write_text(LIBRARIES, encoding="utf-8")
    (basic / "Standard" / "script.xlb").write_text(MODULES, encoding="utf-8")
    macro = MACRO.format(document=document.as_uri(), width=WIDTH, height=HEIGHT)
    (basic / "Standard" / "Module1.xba").write_text(macro, encoding="utf-8")


@contextmanager
def running(command: list[str]) -> Iterator[None]:
    """A program that runs meanwhile, and all that it started."""
    started = subprocess.Popen(command, env=os.environ | {"DISPLAY": SCREEN}, start_new_session=True)
    try:
        yield
    finally:
        os.killpg(started.pid, 15)
        started.wait()


if __name__ == "__main__":
    main()
