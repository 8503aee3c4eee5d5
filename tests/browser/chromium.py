"""Finds a Chromium for the tests: the machine’s own, else one from npm, checked by hash."""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGE = "@sparticuz/chromium"
USUAL = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
FLAGS = [
    "--no-sandbox",  # the tests may run as root in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
# Reads one brotli file and writes it unpacked: Python has no brotli of its own, node has.
UNPACK = (
    "const fs=require('fs'),z=require('zlib'),[,a,b]=process.argv;"
    "require('stream').pipeline(fs.createReadStream(a),z.createBrotliDecompress(),"
    "fs.createWriteStream(b),e=>{if(e){console.error(e);process.exit(1)}})"
)


class NoBrowser(RuntimeError):
    """There is no browser here and none could be fetched."""


@dataclass(frozen=True)
class Chromium:
    """A browser that can be started: its program and what it needs around it."""

    program: Path
    environment: dict[str, str] = field(default_factory=dict)


def find() -> Chromium:
    """Return a browser: $CHROME, the machine's, or the fetched one.

    Raises:
        NoBrowser: with what to install.
    """
    named = os.environ.get("CHROME")
    if named:
        if not Path(named).exists():
            raise NoBrowser(f"CHROME says {named}, but there is no such program.")
        return Chromium(Path(named))
    for usual in USUAL:
        if Path(usual).exists():
            return Chromium(Path(usual))
    return fetched()


def fetched() -> Chromium:
    """Return the browser of the npm package, fetching it once into `.tools/chromium`."""
    pinned = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    version = pinned["devDependencies"][PACKAGE]
    folder = ROOT / ".tools" / "chromium" / version
    if not (folder / "chromium").exists():
        _fetch(version, pinned["integrity"][PACKAGE], folder)
    libraries = [folder / "lib", os.environ.get("LD_LIBRARY_PATH", "")]
    path = os.pathsep.join(str(one) for one in libraries if str(one))
    return Chromium(folder / "chromium", {"LD_LIBRARY_PATH": path})


def _fetch(version: str, integrity: str, folder: Path) -> None:
    for tool in ("npm", "node"):
        if not shutil.which(tool):
            raise NoBrowser(
                f"The browser tests need Chromium. Install it (apt-get install chromium), name one"
                f" in CHROME, or install {tool}, with which the tests fetch their own."
            )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        work = Path(temporary)
        packed = _pack(version, work)
        _check(packed, integrity)
        ready = work / "ready"
        ready.mkdir()
        _unpack(packed, work, ready)
        try:
            ready.rename(folder)
        except OSError:  # another test process was quicker, with the same bytes
            if not (folder / "chromium").exists():
                raise


def _pack(version: str, work: Path) -> Path:
    command = ["npm", "pack", f"{PACKAGE}@{version}", "--silent", "--pack-destination", str(work)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=work, check=False)
    found = list(work.glob("*.tgz"))
    if done.returncode or not found:
        raise NoBrowser(
            f"npm could not fetch {PACKAGE} {version}: {done.stderr.strip()[-300:]}"
            " Install Chromium (apt-get install chromium) or name one in CHROME."
        )
    return found[0]


def _check(packed: Path, integrity: str) -> None:
    kind, _, expected = integrity.partition("-")
    with packed.open("rb") as file:
        found = base64.b64encode(hashlib.file_digest(file, kind).digest()).decode()
    if found != expected:
        raise NoBrowser(f"{PACKAGE} is not the package that package.json names: its hash differs.")


def _unpack(packed: Path, work: Path, ready: Path) -> None:
    wanted = ("chromium.br", "al2023.tar.br", "swiftshader.tar.br", "fonts.tar.br")
    with tarfile.open(packed) as archive:
        for name in wanted:
            archive.extract(f"package/bin/{name}", work, filter="data")
    for name in wanted:
        target = work / name.removesuffix(".br")
        subprocess.run(
            ["node", "-e", UNPACK, str(work / "package" / "bin" / name), str(target)], check=True
        )
        if target.suffix == ".tar":
            with tarfile.open(target) as inner:
                inner.extractall(ready, filter="data")
        else:
            shutil.move(target, ready / "chromium")
    (ready / "chromium").chmod(0o755)
