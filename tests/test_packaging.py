"""What is installed has everything with it: from a wheel, from an sdist, and from a working copy."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
FOLDERS = ("schemas", "templates", "examples/rules")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """An sdist, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(PROJECT)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    (sdist,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return sdist, wheel


def files_of(folder):
    top = PROJECT / folder
    return {
        path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file() and path.name != ".keep"
    }


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_wheel_holds_every_file_beside_the_code(built, folder):
    names = zipfile.ZipFile(built[1]).namelist()
    inside = {
        name.removeprefix(f"scr_check/{folder}/") for name in names if name.startswith(f"scr_check/{folder}/")
    }
    assert files_of(folder) <= inside


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_sdist_holds_every_file(built, folder):
    with tarfile.open(built[0]) as sdist:
        names = sdist.getnames()
    inside = {name.partition(f"/{folder}/")[2] for name in names if f"/{folder}/" in name}
    assert files_of(folder) <= inside


def test_the_wheel_says_that_it_is_typed_and_whose_licence_it_has(built):
    names = zipfile.ZipFile(built[1]).namelist()
    assert "scr_check/py.typed" in names
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_an_installed_wheel_finds_what_it_needs(built, tmp_path):
    """As pipx and uvx install it: alone in a folder, far from any working copy."""
    target = tmp_path / "site"
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(built[1]),
    ]
    subprocess.run(command, check=True, capture_output=True)
    program = (
        "from scr_check.resources import resource_folder\n"
        "import scr_check\n"
        "from pathlib import Path\n"
        f"for name in {FOLDERS!r}:\n"
        "    folder = resource_folder(name)\n"
        "    assert folder.is_relative_to(Path(scr_check.__file__).parent), folder\n"
        "    assert any(folder.iterdir()), folder\n"
        "import sys\n"
        "from scr_check.cli import run\n"
        "sys.exit(run(['validate', 'summary.yaml', '--select', 'FIL203']))\n"
    )
    (tmp_path / "summary.yaml").write_text("format: scr-summary/1\nbord: x\n", encoding="utf-8")
    beside = [path for path in sys.path if path.endswith("site-packages")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(target), *beside])}
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "error[FIL203]" in ran.stdout


def test_a_working_copy_finds_what_it_needs():
    from scr_check.resources import resource_folder

    for folder in FOLDERS:
        assert resource_folder(folder) == PROJECT / folder
